package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import com.google.auto.service.AutoService;
import io.tenon.layer.Softmax;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import org.bytedeco.dnnl.global.dnnl.algorithm;
import org.bytedeco.dnnl.global.dnnl.prop_kind;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.softmax_backward;
import org.bytedeco.dnnl.softmax_forward;
import org.jspecify.annotations.Nullable;

/** {@link Softmax}, over rows, along any axis. */
final class SoftmaxKernel implements Kernel {
  private static final algorithm SOFTMAX = algorithm.softmax_accurate;

  private final KernelContext.Rows input;
  private final Operation forward;
  private @Nullable Operation backward;
  private KernelContext.@Nullable Rows inputGradient;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<Softmax.Spec> specType() {
      return Softmax.Spec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      return new SoftmaxKernel(context.spec(Softmax.Spec.class).axis(), context);
    }
  }

  private SoftmaxKernel(int declaredAxis, KernelContext context) {
    long[] shape = context.outputShape();
    int axis = declaredAxis < 0 ? shape.length + declaredAxis : declaredAxis;
    memory.desc rows = OneDnn.rows(shape);
    softmax_forward.primitive_desc description =
        new softmax_forward.primitive_desc(
            OneDnn.engine(), prop_kind.forward_training, SOFTMAX, rows, rows, axis);
    this.input = context.inputRows(0, shape);
    memory output = context.outputRows(shape);
    this.forward =
        context
            .operation(new softmax_forward(description))
            .with(DNNL_ARG_SRC, input.memory())
            .with(DNNL_ARG_DST, output);
    if (context.wantsInputGradient(0)) {
      inputGradient = context.inputGradientRows(0, shape);
      backward =
          context
              .operation(
                  new softmax_backward(
                      new softmax_backward.primitive_desc(
                          OneDnn.engine(), SOFTMAX, rows, rows, rows, axis, description)))
              .with(DNNL_ARG_DST, output)
              .with(DNNL_ARG_DIFF_DST, context.outputGradientRows(shape))
              .with(DNNL_ARG_DIFF_SRC, inputGradient.memory());
    }
  }

  @Override
  public void forward() {
    input.prepare();
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null && inputGradient != null) {
      backward.run();
      inputGradient.prepare();
    }
  }
}
