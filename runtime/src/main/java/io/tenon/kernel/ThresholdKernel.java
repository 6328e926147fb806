package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Threshold;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** {@link Threshold}: what is above it, and one value for the rest. */
final class ThresholdKernel {
  private ThresholdKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Threshold.Spec> specType() {
      return Threshold.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      Threshold.Spec spec = context.spec(Threshold.Spec.class);
      float threshold = (float) spec.threshold();
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value x = inputs.input(0);
            Value above = tape.above(x, threshold);
            Value below = tape.sum(tape.constant(1, x.sizes), above, -1);
            // Cut, since 0 times what is infinitely far below would be no number.
            Value cut =
                tape.apply(
                    Elementwise.input(algorithm.eltwise_clip_v2, threshold, Float.MAX_VALUE), x);
            Value rest = tape.scale(below, (float) spec.defaultValue());
            return tape.sum(tape.times(cut, above), rest, 1);
          });
    }
  }
}
