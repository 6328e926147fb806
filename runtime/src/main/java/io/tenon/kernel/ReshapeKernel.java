package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Reshape;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link Reshape}: the same elements in the same order. */
final class ReshapeKernel {
  private ReshapeKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Reshape.Spec> specType() {
      return Reshape.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new SameRowsKernel(context);
    }
  }
}
