package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC_1;

import io.tenon.ActivationFunction;
import io.tenon.layer.Dropout;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.onednn.Pointwise;
import io.tenon.plan.KernelContext;
import io.tenon.plan.Mode;
import java.util.Optional;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.post_ops;

/**
 * A {@link Dropout} in the same pass as the operation before it: what the mask keeps of its result,
 * scaled by 1 / (1 - rate). The layer itself then passes on what it reads.
 */
final class FusedDropout {
  private final KernelContext context;
  private final Mode mode;
  private final memory output;
  private final KeepMask mask;

  /** (1, 1): 1 / (1 - rate), or 1 in a run that does not train. */
  private final memory scale;

  private final HeapCopy scaleValue;
  private final float[] scaleInTraining;
  private final float[] scaleElsewhere = {1};
  private int first;

  private FusedDropout(KernelContext context, double rate, memory output) {
    this.context = context;
    this.mode = context.mode();
    this.output = output;
    this.mask = new KeepMask(context, rate, output.get_desc().get_size() / Float.BYTES);
    this.scale = context.scratch(OneDnn.rows(1, 1));
    this.scaleValue = new HeapCopy(scale);
    this.scaleInTraining = new float[] {(float) (1 / (1 - rate))};
  }

  /**
   * The dropout that reads what a layer gives, if nothing else does, and if the way back can tell
   * from what it keeps.
   *
   * @param function the layer's activation
   * @param output (rows, columns), row-major: what the layer gives
   */
  static Optional<FusedDropout> after(
      KernelContext context, ActivationFunction function, memory output) {
    boolean tells = function == ActivationFunction.RELU || function == ActivationFunction.LINEAR;
    return tells && context.training()
        ? context
            .onlyReader(Dropout.Spec.class, DropoutKernel::isFusable)
            .map(dropout -> new FusedDropout(context, dropout.rate(), output))
        : Optional.empty();
  }

  /** Has an operation do it last. */
  void appendTo(post_ops operations) {
    first = operations.len();
    long[] sizes = OneDnn.sizes(output.get_desc());
    operations.append_binary(algorithm.binary_mul, OneDnn.bytes(sizes));
    operations.append_binary(algorithm.binary_mul, scale.get_desc());
  }

  /** Gives that operation what it needs. */
  void complete(Operation operation) {
    memory bytes = context.seenAs(mask.memory(), OneDnn.bytes(OneDnn.sizes(output.get_desc())));
    operation.with(argument(first), bytes).with(argument(first + 1), scale);
  }

  private static int argument(int postOperation) {
    return DNNL_ARG_ATTR_MULTIPLE_POST_OP_BASE * (postOperation + 1) | DNNL_ARG_SRC_1;
  }

  /** Decides what is kept, before that operation. */
  void prepare() {
    if (mode.training()) {
      mask.draw();
    } else {
      mask.keepAll();
    }
    scaleValue.write(0, mode.training() ? scaleInTraining : scaleElsewhere);
  }

  /** From the gradient of what is kept to that of what goes into the activation, in its place. */
  Operation backward(ActivationFunction function, memory gradient) {
    memory.desc flat = OneDnn.rows(1, output.get_desc().get_size() / Float.BYTES);
    memory changed = context.seenAs(gradient, flat);
    // What a relu gave and the mask kept is more than 0; all else is 0.
    Pointwise kept =
        function == ActivationFunction.RELU
            ? Pointwise.greater(context.seenAs(output, flat), context.constant(0, 1, 1))
                .times(changed)
            : new Pointwise(changed, mask.memory());
    return context.keep(kept.times(scale).into(changed));
  }
}
