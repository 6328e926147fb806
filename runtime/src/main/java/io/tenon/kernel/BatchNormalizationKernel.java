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
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_global_stats;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_scale;
import static org.bytedeco.dnnl.global.dnnl.dnnl_use_shift;

import com.google.auto.service.AutoService;
import io.tenon.layer.BatchNormalization;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.onednn.Pointwise;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import io.tenon.plan.Mode;
import java.util.List;
import org.bytedeco.dnnl.batch_normalization_backward;
import org.bytedeco.dnnl.batch_normalization_forward;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * {@link BatchNormalization}: by the batch's own statistics while training, which also move the
 * moving ones, and by these else. The way back follows the way forward. Where a mask tells which
 * steps count, {@link MaskedBatchNormalization} trains.
 */
final class BatchNormalizationKernel implements Kernel {
  private final KernelContext context;
  private final ChannelEnds ends;
  private final BatchNormalization.Spec spec;
  private final Mode mode;
  private final memory.desc channels;
  private final Pass byMoving;
  private final @Nullable Pass byBatch;
  private final List<Operation> moveStatistics;

  /** One way there and back. */
  private record Pass(Operation forward, @Nullable Operation backward) {}

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<BatchNormalization.Spec> specType() {
      return BatchNormalization.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      BatchNormalization.Spec spec = context.spec(BatchNormalization.Spec.class);
      memory mask = context.training() && context.trainable() ? context.mask(0) : null;
      return mask == null
          ? new BatchNormalizationKernel(spec, context)
          : MaskedBatchNormalization.kernel(context, spec, mask);
    }
  }

  private BatchNormalizationKernel(BatchNormalization.Spec spec, KernelContext context) {
    this.context = context;
    this.spec = spec;
    this.mode = context.mode();
    long[] shape = context.inputShape(0);
    int axis = Axes.of(spec.axis(), shape);
    this.channels = OneDnn.rows(shape[axis]);
    this.ends =
        axis == shape.length - 1 ? ChannelEnds.asTheyLie(context) : ChannelEnds.rows(context, axis);

    int mean = (spec.scale() ? 1 : 0) + (spec.center() ? 1 : 0);
    memory movingMean = context.weight(mean, channels);
    memory movingVariance = context.weight(mean + 1, channels);
    this.byMoving = pass(dnnl_use_global_stats, movingMean, movingVariance);
    if (!context.training() || !context.trainable()) {
      this.byBatch = null;
      this.moveStatistics = List.of();
      return;
    }
    memory batchMean = context.scratch(channels);
    memory batchVariance = context.scratch(channels);
    this.byBatch = pass(0, batchMean, batchVariance);
    this.moveStatistics =
        List.of(
            move(context, spec.momentum(), movingMean, batchMean),
            move(context, spec.momentum(), movingVariance, batchVariance));
  }

  /** moving = momentum * moving + (1 - momentum) * batch */
  static Operation move(KernelContext context, double share, memory moving, memory batch) {
    float momentum = (float) share;
    return context.keep(
        new Pointwise(batch, context.constant(1, 1)).scale(1 - momentum).addTo(moving, momentum));
  }

  private Pass pass(int statistics, memory mean, memory variance) {
    memory.desc layout = ends.output().get_desc();
    float epsilon = (float) spec.epsilon();
    int flags =
        statistics | (spec.scale() ? dnnl_use_scale : 0) | (spec.center() ? dnnl_use_shift : 0);
    batch_normalization_forward.primitive_desc description =
        new batch_normalization_forward.primitive_desc(
            OneDnn.engine(), prop_kind.forward_training.value, layout, layout, epsilon, flags);
    int beta = spec.scale() ? 1 : 0;
    Operation forward =
        context
            .operation(new batch_normalization_forward(description))
            .with(DNNL_ARG_SRC, ends.input())
            .with(DNNL_ARG_DST, ends.output())
            .with(DNNL_ARG_MEAN, mean)
            .with(DNNL_ARG_VARIANCE, variance);
    if (spec.scale()) {
      forward.with(DNNL_ARG_SCALE, context.weight(0, channels));
    }
    if (spec.center()) {
      forward.with(DNNL_ARG_SHIFT, context.weight(beta, channels));
    }
    memory gradient = ends.gradient();
    if (gradient == null) {
      return new Pass(forward, null);
    }
    Operation backward =
        context
            .operation(
                new batch_normalization_backward(
                    new batch_normalization_backward.primitive_desc(
                        OneDnn.engine(),
                        prop_kind.backward.value,
                        layout,
                        layout,
                        layout,
                        epsilon,
                        flags,
                        description)))
            .with(DNNL_ARG_SRC, ends.input())
            .with(DNNL_ARG_MEAN, mean)
            .with(DNNL_ARG_VARIANCE, variance)
            .with(DNNL_ARG_DIFF_DST, gradient)
            .with(DNNL_ARG_DIFF_SRC, gradient);
    if (spec.scale()) {
      backward
          .with(DNNL_ARG_SCALE, context.weight(0, channels))
          .with(DNNL_ARG_DIFF_SCALE, context.weightGradient(0, channels));
    }
    if (spec.center()) {
      backward.with(DNNL_ARG_DIFF_SHIFT, context.weightGradient(beta, channels));
    }
    return new Pass(forward, backward);
  }

  @Override
  public void forward() {
    ends.prepare();
    if (byBatch == null || !mode.training()) {
      byMoving.forward.run();
      return;
    }
    byBatch.forward.run();
    for (int i = 0; i < moveStatistics.size(); i++) {
      moveStatistics.get(i).run();
    }
  }

  @Override
  public void backward() {
    Pass pass = byBatch != null && mode.training() ? byBatch : byMoving;
    if (pass.backward != null) {
      pass.backward.run();
    }
    ends.finish();
  }
}
