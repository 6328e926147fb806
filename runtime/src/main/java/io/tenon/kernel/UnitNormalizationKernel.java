package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.UnitNormalization;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link UnitNormalization}: each row divided by its length. */
final class UnitNormalizationKernel {
  private UnitNormalizationKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<UnitNormalization.Spec> specType() {
      return UnitNormalization.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      UnitNormalization.Spec spec = context.spec(UnitNormalization.Spec.class);
      int rank = context.inputShape(0).length;
      int[] axes = spec.axis().stream().mapToInt(axis -> axis < 0 ? rank + axis : axis).toArray();
      return new TapeKernel(context, (tape, inputs) -> Norms.unit(tape, inputs.input(0), axes));
    }
  }
}
