package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.ActivationFunction;
import io.tenon.layer.PReLU;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link PReLU}: relu(x) + alpha * min(x, 0). */
final class PReLUKernel {
  private PReLUKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<PReLU.Spec> specType() {
      return PReLU.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      long[] shape = context.inputShape(0);
      long[] slopes = context.node().weights().get(0).shape().sizes();
      long[] sizes = new long[shape.length]; // (1, axes that are not shared)
      sizes[0] = 1;
      System.arraycopy(slopes, 0, sizes, 1, slopes.length);
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value x = inputs.input(0);
            Value positive = tape.apply(ActivationFunction.RELU, x);
            Value negative = tape.sum(x, positive, -1);
            return tape.sum(positive, tape.times(negative, inputs.weight(0, sizes)), 1);
          });
    }
  }
}
