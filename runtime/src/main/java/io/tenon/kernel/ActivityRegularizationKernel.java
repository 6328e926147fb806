package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.ActivityRegularization;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link ActivityRegularization}: what it adds to the loss is the plan's, as for other layers. */
final class ActivityRegularizationKernel {
  private ActivityRegularizationKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<ActivityRegularization.Spec> specType() {
      return ActivityRegularization.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new PassKernel(context);
    }
  }
}
