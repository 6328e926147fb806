package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Identity;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link Identity}: the memory of what it reads. */
final class IdentityKernel {
  private IdentityKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Identity.Spec> specType() {
      return Identity.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new PassKernel(context);
    }
  }
}
