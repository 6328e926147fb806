package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import com.google.auto.service.AutoService;
import io.tenon.layer.PoolingSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.Collections;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.jspecify.annotations.Nullable;

/**
 * Poolings over windows, in the layout of what they read. The largest is remembered for the way
 * back; a mean leaves out what padding added.
 */
final class PoolingKernel implements Kernel {
  private final Operation forward;
  private final @Nullable Operation backward;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<PoolingSpec> specType() {
      return PoolingSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      PoolingSpec spec = context.spec(PoolingSpec.class);
      WindowSizes window =
          WindowSizes.of(
              context.inputShape(0),
              context.outputShape(),
              spec.poolSize(),
              spec.strides(),
              Collections.nCopies(spec.poolSize().size(), 1),
              spec.padding());
      memory.desc wanted =
          context.outputMustBeRows()
              ? OneDnn.channelsLast(context.outputShape())
              : OneDnn.any(OneDnn.channelsFirst(context.outputShape()));
      return new PoolingKernel(context, spec.kind(), window, wanted);
    }
  }

  private PoolingKernel(
      KernelContext context, PoolingSpec.Kind kind, WindowSizes window, memory.desc wanted) {
    pooling_forward.primitive_desc description = describe(context, kind, window, wanted);
    memory output = context.output(description.dst_desc());
    memory gradient = context.wantsInputGradient(0) ? context.outputGradient() : null;
    this.forward = forward(context, description, output);
    this.backward =
        gradient == null ? null : backward(context, kind, window, description, gradient);
  }

  /** A pooling whose one window is all of the space, row-major: (batch, channels, 1, ...). */
  PoolingKernel(KernelContext context, PoolingSpec.Kind kind, WindowSizes window, long[] sizes) {
    pooling_forward.primitive_desc description =
        describe(context, kind, window, OneDnn.rows(sizes));
    memory output = context.outputRows(sizes);
    memory gradient = context.wantsInputGradient(0) ? context.outputGradientRows(sizes) : null;
    this.forward = forward(context, description, output);
    this.backward =
        gradient == null ? null : backward(context, kind, window, description, gradient);
  }

  private static algorithm algorithm(PoolingSpec.Kind kind) {
    return switch (kind) {
      case MAX -> algorithm.pooling_max;
      case AVERAGE -> algorithm.pooling_avg_exclude_padding;
    };
  }

  private static pooling_forward.primitive_desc describe(
      KernelContext context, PoolingSpec.Kind kind, WindowSizes window, memory.desc wanted) {
    return new pooling_forward.primitive_desc(
        OneDnn.engine(),
        context.wantsInputGradient(0) ? prop_kind.forward_training : prop_kind.forward_inference,
        algorithm(kind),
        context.inputLayout(0),
        wanted,
        window.strides(),
        window.kernel(),
        window.dilations(),
        window.before(),
        window.after());
  }

  private static Operation forward(
      KernelContext context, pooling_forward.primitive_desc description, memory output) {
    return context
        .operation(new pooling_forward(description))
        .with(DNNL_ARG_SRC, context.input(0))
        .with(DNNL_ARG_DST, output);
  }

  private Operation backward(
      KernelContext context,
      PoolingSpec.Kind kind,
      WindowSizes window,
      pooling_forward.primitive_desc hint,
      memory gradient) {
    memory inputGradient = context.inputGradient(0);
    pooling_backward.primitive_desc description =
        new pooling_backward.primitive_desc(
            OneDnn.engine(),
            algorithm(kind),
            inputGradient.get_desc(),
            gradient.get_desc(),
            window.strides(),
            window.kernel(),
            window.dilations(),
            window.before(),
            window.after(),
            hint);
    Operation operation =
        context
            .operation(new pooling_backward(description))
            .with(DNNL_ARG_DIFF_DST, gradient)
            .with(DNNL_ARG_DIFF_SRC, inputGradient);
    if (kind == PoolingSpec.Kind.MAX) {
      memory largest = context.scratch(hint.workspace_desc());
      forward.with(DNNL_ARG_WORKSPACE, largest);
      operation.with(DNNL_ARG_WORKSPACE, largest);
    }
    return operation;
  }

  @Override
  public void forward() {
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
  }
}
