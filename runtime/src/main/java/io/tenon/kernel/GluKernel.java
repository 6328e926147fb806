package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.ActivationFunction;
import io.tenon.layer.Glu;
import io.tenon.onednn.OneDnn;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link Glu}: the first half along an axis, times the sigmoid of the second. */
final class GluKernel {
  private GluKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Glu.Spec> specType() {
      return Glu.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      long[] whole = context.inputShape(0);
      int axis = Axes.of(context.spec(Glu.Spec.class).axis(), whole);
      long[] half = context.outputShape();
      long[] strides = OneDnn.rowMajorStrides(whole);
      return new TapeKernel(
          context,
          (tape, inputs) -> {
            Value x = inputs.input(0);
            Value linear = tape.view(x, 0, half, strides);
            Value gate = tape.view(x, half[axis] * strides[axis], half, strides);
            return tape.times(linear, tape.apply(ActivationFunction.SIGMOID, gate));
          });
    }
  }
}
