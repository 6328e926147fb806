package io.tenon.kernel;

import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** A function of each element, for layers that are nothing else. */
final class ElementwiseKernel implements Kernel {
  private final @Nullable Operation arrange;
  private final Operation forward;
  private final @Nullable Operation backward;
  private final @Nullable Operation copyGradient;

  ElementwiseKernel(Elementwise function, KernelContext context) {
    memory input = context.input(0);
    memory output =
        context.outputMustBeRows()
            ? Layouts.outputRows(context)
            : context.output(context.inputLayout(0));
    boolean sameLayout = KernelContext.same(input.get_desc(), output.get_desc());
    memory source = sameLayout ? input : context.scratch(output.get_desc());
    this.arrange = sameLayout ? null : context.reorder(input, source);
    this.forward = function.forward(context, source, output);
    if (context.wantsInputGradient(0)) {
      memory gradient = context.outputGradient();
      this.backward = function.backward(context, source, output, gradient);
      this.copyGradient = context.reorder(gradient, context.inputGradient(0));
    } else {
      this.backward = null;
      this.copyGradient = null;
    }
  }

  @Override
  public void forward() {
    if (arrange != null) {
      arrange.run();
    }
    forward.run();
  }

  @Override
  public void backward() {
    if (backward != null && copyGradient != null) {
      backward.run();
      copyGradient.run();
    }
  }
}
