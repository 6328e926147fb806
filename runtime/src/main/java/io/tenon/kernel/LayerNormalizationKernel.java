package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_MEAN;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SCALE;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SHIFT;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_VARIANCE;
import static org.bytedeco.dnnl.global.dnnl.dnnl_normalization_flags_none;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import com.google.auto.service.AutoService;
import io.tenon.layer.LayerNormalization;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.layer_normalization_backward;
import org.bytedeco.dnnl.layer_normalization_forward;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** {@link LayerNormalization} along the last axes, which count as one; the others are rows. */
final class LayerNormalizationKernel implements Kernel {
  private final KernelContext.Rows input;
  private final Operation forward;
  private @Nullable Operation backward;
  private KernelContext.@Nullable Rows inputGradient;

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
      return axes.length == shape.length - first
          ? new LayerNormalizationKernel(spec, first, context)
          : new TapeKernel(context, (tape, inputs) -> record(spec, axes, shape, tape, inputs));
    }

    /** Along any axes. */
    private static Value record(
        LayerNormalization.Spec spec, int[] axes, long[] shape, Tape tape, TapeInputs inputs) {
      long[] weight = Axes.only(axes, shape);
      Value result = Norms.standard(tape, inputs.input(0), (float) spec.epsilon(), axes);
      if (spec.scale()) {
        result = tape.times(result, inputs.weight(0, weight));
      }
      if (spec.center()) {
        result = tape.sum(result, inputs.weight(spec.scale() ? 1 : 0, weight), 1);
      }
      return result;
    }
  }

  private LayerNormalizationKernel(
      LayerNormalization.Spec spec, int firstAxis, KernelContext context) {
    long[] shape = context.inputShape(0);
    long rows = Axes.elements(shape, 0, firstAxis);
    long features = Axes.elements(shape, firstAxis, shape.length);
    memory.desc data = OneDnn.rows(rows, features);
    memory.desc statistics = OneDnn.rows(rows);
    memory.desc weight = OneDnn.rows(features);
    int beta = spec.scale() ? 1 : 0;
    int flags =
        dnnl_normalization_flags_none
            | (spec.scale() ? dnnl_use_scale : 0)
            | (spec.center() ? dnnl_use_shift : 0);
    float epsilon = (float) spec.epsilon();
    layer_normalization_forward.primitive_desc description =
        new layer_normalization_forward.primitive_desc(
            OneDnn.engine(),
            prop_kind.forward_training.value,
            data,
            data,
            statistics,
            epsilon,
            flags);
    this.input = context.inputRows(0, rows, features);
    memory output = context.outputRows(rows, features);
    memory mean = context.scratch(statistics);
    memory variance = context.scratch(statistics);
    this.forward =
        context
            .operation(new layer_normalization_forward(description))
            .with(DNNL_ARG_SRC, input.memory())
            .with(DNNL_ARG_DST, output)
            .with(DNNL_ARG_MEAN, mean)
            .with(DNNL_ARG_VARIANCE, variance);
    if (spec.scale()) {
      forward.with(DNNL_ARG_SCALE, context.weight(0, weight));
    }
    if (spec.center()) {
      forward.with(DNNL_ARG_SHIFT, context.weight(beta, weight));
    }
    if (!context.backward()) {
      return;
    }
    memory target;
    if (context.wantsInputGradient(0)) {
      inputGradient = context.inputGradientRows(0, rows, features);
      target = inputGradient.memory();
    } else {
      target = context.backwardScratch(data);
    }
    backward =
        context
            .operation(
                new layer_normalization_backward(
                    new layer_normalization_backward.primitive_desc(
                        OneDnn.engine(),
                        prop_kind.backward.value,
                        data,
                        data,
                        data,
                        statistics,
                        epsilon,
                        flags,
                        description)))
            .with(DNNL_ARG_SRC, input.memory())
            .with(DNNL_ARG_MEAN, mean)
            .with(DNNL_ARG_VARIANCE, variance)
            .with(DNNL_ARG_DIFF_DST, context.outputGradientRows(rows, features))
            .with(DNNL_ARG_DIFF_SRC, target);
    if (spec.scale()) {
      backward
          .with(DNNL_ARG_SCALE, context.weight(0, weight))
          .with(DNNL_ARG_DIFF_SCALE, context.weightGradient(0, weight));
    }
    if (spec.center()) {
      backward.with(DNNL_ARG_DIFF_SHIFT, context.weightGradient(beta, weight));
    }
  }

  @Override
  public void forward() {
    input.prepare();
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
    if (inputGradient != null) {
      inputGradient.prepare();
    }
  }
}
