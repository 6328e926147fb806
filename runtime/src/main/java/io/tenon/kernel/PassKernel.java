package io.tenon.kernel;

import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import org.jspecify.annotations.Nullable;

/** Gives what it reads: a layer that does nothing in this plan. */
final class PassKernel implements Kernel {
  private final @Nullable Operation forward;
  private final @Nullable Operation backward;

  PassKernel(KernelContext context) {
    if (context.shareInput()) {
      forward = null;
      backward = null;
      if (context.wantsInputGradient(0)) {
        context.shareGradient();
      }
      return;
    }
    forward =
        context.reorder(
            context.input(0),
            context.outputMustBeRows()
                ? Layouts.outputRows(context)
                : context.output(context.inputLayout(0)));
    backward =
        context.wantsInputGradient(0)
            ? context.reorder(context.outputGradient(), context.inputGradient(0))
            : null;
  }

  @Override
  public void forward() {
    if (forward != null) {
      forward.run();
    }
  }

  @Override
  public void backward() {
    if (backward != null) {
      backward.run();
    }
  }
}
