package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.GaussianNoise;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link GaussianNoise}: a sum with noise. */
final class GaussianNoiseKernel {
  private GaussianNoiseKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<GaussianNoise.Spec> specType() {
      return GaussianNoise.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      double deviation = context.spec(GaussianNoise.Spec.class).stddev();
      if (deviation == 0 || !context.training()) {
        return new PassKernel(context);
      }
      long[] sizes = context.inputShape(0);
      return new TapeKernel(
          context,
          (tape, inputs) ->
              tape.sum(inputs.input(0), Drawn.normal(context, tape, 0, deviation, sizes), 1));
    }
  }
}
