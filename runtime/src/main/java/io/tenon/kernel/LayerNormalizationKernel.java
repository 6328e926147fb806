package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.LayerNormalization;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;

/** {@link LayerNormalization}: oneDNN's own along the last axes, else on a tape. */
final class LayerNormalizationKernel {
  private LayerNormalizationKernel() {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<LayerNormalization.Spec> specType() {
      return LayerNormalization.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      LayerNormalization.Spec spec = context.spec(LayerNormalization.Spec.class);
      long[] shape = context.inputShape(0);
      int[] axes = Axes.of(spec.axis(), shape);
      int first = axes[0];
      return axes.length == shape.length - first && !spec.rmsScaling()
          ? new RowNormalizationKernel(
              new RowNormalizationKernel.Rule(spec.epsilon(), spec.scale(), spec.center(), false),
              first,
              context)
          : new TapeKernel(context, (tape, inputs) -> record(spec, axes, shape, tape, inputs));
    }

    /** Along any axes. */
    private static Value record(
        LayerNormalization.Spec spec, int[] axes, long[] shape, Tape tape, TapeInputs inputs) {
      long[] weight = Axes.only(axes, shape);
      Value x = inputs.input(0);
      float epsilon = (float) spec.epsilon();
      Value result =
          spec.rmsScaling()
              ? Norms.byDeviation(tape, x, epsilon, axes)
              : Norms.standard(tape, x, epsilon, axes);
      if (spec.hasGamma()) {
        result = tape.times(result, inputs.weight(0, weight));
      }
      if (spec.hasBeta()) {
        result = tape.sum(result, inputs.weight(spec.hasGamma() ? 1 : 0, weight), 1);
      }
      return result;
    }
  }
}
