package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.Rescaling;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.global.dnnl.algorithm;

/** {@link Rescaling}: a straight line. */
final class RescalingKernel {
  private RescalingKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Rescaling.Spec> specType() {
      return Rescaling.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      Rescaling.Spec spec = context.spec(Rescaling.Spec.class);
      return new ElementwiseKernel(
          Elementwise.input(algorithm.eltwise_linear, (float) spec.scale(), (float) spec.offset()),
          context);
    }
  }
}
