package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Flatten;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link Flatten}: the same elements in the same order. */
final class FlattenKernel {
  private FlattenKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Flatten.Spec> specType() {
      return Flatten.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new SameRowsKernel(context);
    }
  }
}
