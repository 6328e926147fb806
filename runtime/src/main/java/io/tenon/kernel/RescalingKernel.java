package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Rescaling;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** {@link Rescaling}: a straight line, or one for each channel. */
final class RescalingKernel {
  private RescalingKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Rescaling.Spec> specType() {
      return Rescaling.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      Rescaling.Spec spec = context.spec(Rescaling.Spec.class);
      if (spec.scale().size() == 1 && spec.offset().size() == 1) {
        float scale = spec.scale().get(0).floatValue();
        float offset = spec.offset().get(0).floatValue();
        return new ElementwiseKernel(
            Elementwise.input(algorithm.eltwise_linear, scale, offset), context);
      }
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value x = inputs.input(0);
            Value scaled = tape.times(x, ofChannels(context, tape, spec.scale(), x));
            return tape.sum(scaled, ofChannels(context, tape, spec.offset(), x), 1);
          });
    }

    /** Numbers along the last axis, or one for all of it. */
    private static Value ofChannels(
        KernelContext context, Tape tape, List<Double> numbers, Value like) {
      long[] sizes = TapeArrays.onesLike(like);
      sizes[sizes.length - 1] = numbers.size();
      float[] values = new float[numbers.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = numbers.get(i).floatValue();
      }
      return tape.given(context.constant(values, sizes), null, sizes);
    }
  }
}
