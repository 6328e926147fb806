package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.ReLU;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** {@link ReLU}: oneDNN's own where it has it, else above and below the threshold apart. */
final class ReLUKernel {
  private ReLUKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<ReLU.Spec> specType() {
      return ReLU.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      ReLU.Spec spec = context.spec(ReLU.Spec.class);
      float slope = (float) spec.negativeSlope();
      float threshold = (float) spec.threshold();
      if (threshold == 0 && spec.maxValue() == Double.POSITIVE_INFINITY) {
        return new ElementwiseKernel(
            Elementwise.output(
                algorithm.eltwise_relu, algorithm.eltwise_relu_use_dst_for_bwd, slope, 0),
            context);
      }
      if (slope == 0 && threshold == 0) {
        return new ElementwiseKernel(
            Elementwise.output(
                algorithm.eltwise_clip_v2,
                algorithm.eltwise_clip_v2_use_dst_for_bwd,
                0,
                (float) spec.maxValue()),
            context);
      }
      float largest = (float) Math.min(spec.maxValue(), Float.MAX_VALUE);
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value x = inputs.input(0);
            Value above = tape.atLeast(x, threshold);
            Value below = tape.sum(tape.constant(1, x.sizes), above, -1);
            Value cut =
                tape.apply(
                    Elementwise.input(algorithm.eltwise_clip_v2, -Float.MAX_VALUE, largest), x);
            Value line =
                tape.apply(
                    Elementwise.input(algorithm.eltwise_linear, slope, -slope * threshold), x);
            return tape.sum(tape.times(cut, above), tape.times(line, below), 1);
          });
    }
  }
}
