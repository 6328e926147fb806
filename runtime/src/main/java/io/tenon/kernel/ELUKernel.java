package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.ELU;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** {@link ELU}: one function of each element. */
final class ELUKernel {
  private ELUKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<ELU.Spec> specType() {
      return ELU.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      ELU.Spec spec = context.spec(ELU.Spec.class);
      return new ElementwiseKernel(
          Elementwise.output(
              algorithm.eltwise_elu,
              algorithm.eltwise_elu_use_dst_for_bwd,
              (float) spec.alpha(),
              0),
          context);
    }
  }
}
