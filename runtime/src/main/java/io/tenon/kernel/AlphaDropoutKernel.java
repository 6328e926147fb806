package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.AlphaDropout;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.memory;

/**
 * {@link AlphaDropout}: what is dropped becomes what SELU tends to; a factor and an offset then
 * keep mean and variance.
 */
final class AlphaDropoutKernel {
  /** What SELU tends to for small values: -scale * alpha. */
  private static final double LOW = -1.0507009873554805 * 1.6732632423543772;

  private AlphaDropoutKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<AlphaDropout.Spec> specType() {
      return AlphaDropout.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      AlphaDropout.Spec spec = context.spec(AlphaDropout.Spec.class);
      double rate = spec.rate();
      if (rate == 0 || !context.training()) {
        return new PassKernel(context);
      }
      float factor = (float) (1 / Math.sqrt((1 - rate) * (1 + rate * LOW * LOW)));
      float offset = (float) (-factor * LOW * rate);
      long[] sizes = NoiseShapes.sizes(context, spec.noiseShape());
      memory.desc layout = OneDnn.rows(sizes);
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Drawn factors = new Drawn(context, layout, 0, 1, BernoulliMask.either(rate, 0, factor));
            Drawn offsets =
                new Drawn(
                    context,
                    layout,
                    0,
                    0,
                    BernoulliMask.either(rate, (float) (factor * LOW + offset), offset));
            Value scaled = tape.times(inputs.input(0), factors.on(tape, sizes));
            return tape.sum(scaled, offsets.on(tape, sizes), 1);
          });
    }
  }
}
