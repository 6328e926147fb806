package io.tenon.kernel;

import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import java.util.List;

/** Dropouts that draw once for all elements along some axes. */
final class NoiseShapes {
  private NoiseShapes() {}

  /** {@link io.tenon.layer.Dropout} of whole rows, channels or samples. */
  static Kernel dropout(KernelContext context, double rate, List<Integer> noiseShape) {
    long[] sizes = sizes(context, noiseShape);
    return new TapeKernel(
        context,
        (tape, inputs) ->
            tape.times(inputs.input(0), Drawn.dropout(context, tape, rate, 0, sizes)));
  }

  /** The sizes of what is drawn: -1, or nothing at all, is that of what is read. */
  static long[] sizes(KernelContext context, List<Integer> noiseShape) {
    long[] sizes = context.inputShape(0); // (batch, ...)
    for (int axis = 0; axis < noiseShape.size(); axis++) {
      sizes[axis] = noiseShape.get(axis) < 0 ? sizes[axis] : noiseShape.get(axis);
    }
    return sizes;
  }
}
