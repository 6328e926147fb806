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
import static org.bytedeco.dnnl.global.dnnl.dnnl_rms_norm;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.layer_normalization_backward;
import org.bytedeco.dnnl.layer_normalization_forward;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** Normalizes along the last axes, which count as one; the others are rows. */
final class RowNormalizationKernel implements Kernel {
  private final KernelContext.Rows input;
  private final Operation forward;
  private @Nullable Operation backward;
  private KernelContext.@Nullable Rows inputGradient;

  /**
   * What is done with each row.
   *
   * @param epsilon what is added to the variance, or the mean square
   * @param scale whether a weight, the first, is multiplied by
   * @param center whether a weight, the last, is added
   * @param meanStays whether rows keep their mean, and are divided by the root of the mean square
   */
  record Rule(double epsilon, boolean scale, boolean center, boolean meanStays) {
    int flags() {
      return dnnl_normalization_flags_none
          | (scale ? dnnl_use_scale : 0)
          | (center ? dnnl_use_shift : 0)
          | (meanStays ? dnnl_rms_norm : 0);
    }
  }

  RowNormalizationKernel(Rule rule, int firstAxis, KernelContext context) {
    long[] shape = context.inputShape(0);
    long rows = Axes.elements(shape, 0, firstAxis);
    long features = Axes.elements(shape, firstAxis, shape.length);
    memory.desc data = OneDnn.rows(rows, features);
    memory.desc statistics = OneDnn.rows(rows);
    memory.desc weight = OneDnn.rows(features);
    int beta = rule.scale() ? 1 : 0;
    int flags = rule.flags();
    float epsilon = (float) rule.epsilon();
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
    if (rule.scale()) {
      forward.with(DNNL_ARG_SCALE, context.weight(0, weight));
    }
    if (rule.center()) {
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
    if (rule.scale()) {
      backward
          .with(DNNL_ARG_SCALE, context.weight(0, weight))
          .with(DNNL_ARG_DIFF_SCALE, context.weightGradient(0, weight));
    }
    if (rule.center()) {
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
