package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_WORKSPACE;

import com.google.auto.service.AutoService;
import io.tenon.layer.MaxPooling2D;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.List;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.pooling_backward;
import org.bytedeco.dnnl.pooling_forward;
import org.jspecify.annotations.Nullable;

/**
 * {@link MaxPooling2D}, in the layout of what it reads; remembers which element was the largest.
 */
final class MaxPooling2DKernel implements Kernel {
  private static final algorithm MAX = algorithm.pooling_max;

  private final Operation forward;
  private final @Nullable Operation backward;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<MaxPooling2D.Spec> specType() {
      return MaxPooling2D.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new MaxPooling2DKernel(context.spec(MaxPooling2D.Spec.class), context);
    }
  }

  private MaxPooling2DKernel(MaxPooling2D.Spec spec, KernelContext context) {
    WindowSizes window =
        WindowSizes.of(
            context.inputShape(0),
            context.outputShape(),
            spec.poolSize(),
            spec.strides(),
            List.of(1, 1),
            spec.padding());
    memory.desc wanted =
        context.outputMustBeRows()
            ? OneDnn.channelsLast(context.outputShape())
            : OneDnn.any(OneDnn.channelsFirst(context.outputShape()));
    pooling_forward.primitive_desc description =
        new pooling_forward.primitive_desc(
            OneDnn.engine(),
            context.backward() ? prop_kind.forward_training : prop_kind.forward_inference,
            MAX,
            context.inputLayout(0),
            wanted,
            window.strides(),
            window.kernel(),
            window.dilations(),
            window.before(),
            window.after());
    memory output = context.output(description.dst_desc());
    this.forward =
        context
            .operation(new pooling_forward(description))
            .with(DNNL_ARG_SRC, context.input(0))
            .with(DNNL_ARG_DST, output);
    memory largest = context.backward() ? context.scratch(description.workspace_desc()) : null;
    if (largest != null) {
      forward.with(DNNL_ARG_WORKSPACE, largest);
    }
    this.backward =
        largest != null && context.wantsInputGradient(0)
            ? backward(context, window, description, largest)
            : null;
  }

  private static Operation backward(
      KernelContext context,
      WindowSizes window,
      pooling_forward.primitive_desc hint,
      memory largest) {
    memory gradient = context.outputGradient();
    memory inputGradient = context.inputGradient(0);
    pooling_backward.primitive_desc description =
        new pooling_backward.primitive_desc(
            OneDnn.engine(),
            MAX,
            inputGradient.get_desc(),
            gradient.get_desc(),
            window.strides(),
            window.kernel(),
            window.dilations(),
            window.before(),
            window.after(),
            hint);
    return context
        .operation(new pooling_backward(description))
        .with(DNNL_ARG_DIFF_DST, gradient)
        .with(DNNL_ARG_DIFF_SRC, inputGradient)
        .with(DNNL_ARG_WORKSPACE, largest);
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
