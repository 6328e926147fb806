package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.LeakyReLU;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** {@link LeakyReLU}: oneDNN's relu with a slope. */
final class LeakyReLUKernel {
  private LeakyReLUKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<LeakyReLU.Spec> specType() {
      return LeakyReLU.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      LeakyReLU.Spec spec = context.spec(LeakyReLU.Spec.class);
      return new ElementwiseKernel(
          Elementwise.output(
              algorithm.eltwise_relu,
              algorithm.eltwise_relu_use_dst_for_bwd,
              (float) spec.negativeSlope(),
              0),
          context);
    }
  }
}
