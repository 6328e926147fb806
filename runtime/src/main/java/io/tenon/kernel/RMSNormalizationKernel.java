package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.RMSNormalization;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link RMSNormalization}: rows divided by the root of their mean square. */
final class RMSNormalizationKernel {
  private RMSNormalizationKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<RMSNormalization.Spec> specType() {
      return RMSNormalization.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      RMSNormalization.Spec spec = context.spec(RMSNormalization.Spec.class);
      long[] shape = context.inputShape(0);
      int[] axes = Axes.of(spec.axis(), shape);
      int first = axes[0];
      if (context.backward()) {
        // The way back of oneDNN 3.11 takes the mean off nevertheless.
        return new TapeKernel(
            context,
            (tape, inputs) -> {
              Value x = inputs.input(0);
              Value even = Norms.byMeanSquare(tape, x, (float) spec.epsilon(), axes);
              return tape.times(even, inputs.weight(0, Axes.only(axes, shape)));
            });
      }
      return new RowNormalizationKernel(
          new RowNormalizationKernel.Rule(spec.epsilon(), true, false, true), first, context);
    }
  }
}
