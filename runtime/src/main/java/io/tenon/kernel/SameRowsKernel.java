package io.tenon.kernel;

import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import java.util.Arrays;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * Gives the elements that it reads in the same order, under another shape: nothing to do where
 * these are row-major already, else one reordering.
 */
final class SameRowsKernel implements Kernel {
  private KernelContext.@Nullable Rows input;
  private @Nullable Operation forward;
  private @Nullable Operation backward;
  private KernelContext.@Nullable Rows inputGradient;

  SameRowsKernel(KernelContext context) {
    boolean shared = context.shareInput();
    if (!shared) {
      long elements = Arrays.stream(context.outputShape()).reduce(1, Math::multiplyExact);
      input = context.inputRows(0, 1, elements);
      forward = context.reorder(input.memory(), context.outputRows(1, elements));
      if (context.wantsInputGradient(0)) {
        memory gradient = context.outputGradientRows(1, elements);
        inputGradient = context.inputGradientRows(0, 1, elements);
        backward = context.reorder(gradient, inputGradient.memory());
      }
    } else if (context.wantsInputGradient(0)) {
      context.shareGradient();
    }
  }

  @Override
  public void forward() {
    if (input != null && forward != null) {
      input.prepare();
      forward.run();
    }
  }

  @Override
  public void backward() {
    if (backward != null && inputGradient != null) {
      backward.run();
      inputGradient.prepare();
    }
  }
}
