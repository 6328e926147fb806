package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.GaussianDropout;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link GaussianDropout}: a product with noise. */
final class GaussianDropoutKernel {
  private GaussianDropoutKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<GaussianDropout.Spec> specType() {
      return GaussianDropout.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      double rate = context.spec(GaussianDropout.Spec.class).rate();
      if (rate == 0 || !context.training()) {
        return new PassKernel(context);
      }
      long[] sizes = context.inputShape(0);
      double deviation = Math.sqrt(rate / (1 - rate));
      return new TapeKernel(
          context,
          (tape, inputs) ->
              tape.times(inputs.input(0), Drawn.normal(context, tape, 1, deviation, sizes)));
    }
  }
}
