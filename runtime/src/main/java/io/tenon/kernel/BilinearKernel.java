package io.tenon.kernel;

import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DIFF_SRC;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_DST;
import static org.bytedeco.dnnl.global.dnnl.DNNL_ARG_SRC;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.onednn.Resampling;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.memory;
import org.bytedeco.dnnl.primitive;
import org.bytedeco.dnnl.primitive_desc;
import org.jspecify.annotations.Nullable;

/**
 * Enlarges by means of neighbours, in the layout of what it reads. oneDNN places elements as Keras
 * does: the i-th stands at (i + 0.5) * size - 0.5 in the larger tensor.
 */
final class BilinearKernel implements Kernel {
  private final Operation forward;
  private final @Nullable Operation backward;

  BilinearKernel(KernelContext context) {
    memory.desc wanted =
        context.outputMustBeRows()
            ? OneDnn.channelsLast(context.outputShape())
            : OneDnn.any(OneDnn.channelsFirst(context.outputShape()));
    primitive_desc description = Resampling.forward(context.inputLayout(0), wanted);
    this.forward =
        context
            .operation(new primitive(description))
            .with(DNNL_ARG_SRC, context.input(0))
            .with(DNNL_ARG_DST, context.output(description.dst_desc()));
    this.backward = context.wantsInputGradient(0) ? backward(context, description) : null;
  }

  private static Operation backward(KernelContext context, primitive_desc forward) {
    memory gradient = context.outputGradient();
    memory inputGradient = context.inputGradient(0);
    primitive_desc description =
        Resampling.backward(inputGradient.get_desc(), gradient.get_desc(), forward);
    return context
        .operation(new primitive(description))
        .with(DNNL_ARG_DIFF_DST, gradient)
        .with(DNNL_ARG_DIFF_SRC, inputGradient);
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
