package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** Repeats along one axis after the other, and sums back in the reverse order. */
final class RepetitionKernel implements Kernel {
  private final KernelContext.Rows input;
  private final List<Operation> forward = new ArrayList<>();
  private final List<Operation> backward = new ArrayList<>();
  private KernelContext.@Nullable Rows inputGradient;

  /**
   * A kernel.
   *
   * @param stages what is repeated, stage by stage; each reads what the one before gave
   */
  RepetitionKernel(KernelContext context, List<Repetition> stages) {
    this.input = context.inputRows(0, context.inputShape(0));
    memory output = context.outputRows(context.outputShape());
    List<memory> values = between(context, input.memory(), stages, output, true);
    for (int i = 0; i < stages.size(); i++) {
      forward.add(stages.get(i).repeat(values.get(i), values.get(i + 1)));
    }
    if (context.wantsInputGradient(0)) {
      memory gradient = context.outputGradientRows(context.outputShape());
      inputGradient = context.inputGradientRows(0, context.inputShape(0));
      List<memory> gradients = between(context, inputGradient.memory(), stages, gradient, false);
      for (int i = stages.size() - 1; i >= 0; i--) {
        backward.add(stages.get(i).sum(gradients.get(i + 1), gradients.get(i)));
      }
    }
  }

  private static List<memory> between(
      KernelContext context, memory first, List<Repetition> stages, memory last, boolean forward) {
    List<memory> memories = new ArrayList<>(List.of(first));
    for (Repetition stage : stages.subList(0, stages.size() - 1)) {
      memory.desc layout = OneDnn.rows(stage.outer(), stage.times(), stage.inner());
      memories.add(forward ? context.scratch(layout) : context.backwardScratch(layout));
    }
    memories.add(last);
    return memories;
  }

  @Override
  public void forward() {
    input.prepare();
    for (int i = 0; i < forward.size(); i++) {
      forward.get(i).run();
    }
  }

  @Override
  public void backward() {
    for (int i = 0; i < backward.size(); i++) {
      backward.get(i).run();
    }
    if (inputGradient != null) {
      inputGradient.prepare();
    }
  }
}
