package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.SpatialDropoutSpec;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.Arrays;

/** {@link io.tenon.layer.SpatialDropout2D} and its like: one draw for each channel of a sample. */
final class SpatialDropoutKernel {
  private SpatialDropoutKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<SpatialDropoutSpec> specType() {
      return SpatialDropoutSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      double rate = context.spec(SpatialDropoutSpec.class).rate();
      if (rate == 0 || !context.training()) {
        return new PassKernel(context);
      }
      long[] sizes = context.inputShape(0); // (batch, space, channels)
      Arrays.fill(sizes, 1, sizes.length - 1, 1);
      return new TapeKernel(
          context,
          (tape, inputs) ->
              tape.times(inputs.input(0), Drawn.dropout(context, tape, rate, 0, sizes)));
    }
  }
}
