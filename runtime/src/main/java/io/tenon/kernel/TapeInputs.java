package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** What a kernel reads and gives, as values on its tape, all row-major. */
final class TapeInputs {
  private final KernelContext context;
  private final Tape tape;
  private final List<KernelContext.Rows> inputs = new ArrayList<>();
  private final List<KernelContext.Rows> gradients = new ArrayList<>();

  TapeInputs(KernelContext context, Tape tape) {
    this.context = context;
    this.tape = tape;
  }

  /** A tensor that the kernel reads, seen as these axes; to be asked for once. */
  Value input(int index, long... sizes) {
    KernelContext.Rows input = context.inputRows(index, sizes);
    inputs.add(input);
    @Nullable memory gradient = null;
    if (context.wantsInputGradient(index)) {
      KernelContext.Rows target = context.inputGradientRows(index, sizes);
      gradients.add(target);
      gradient = target.memory();
    }
    Value value = tape.given(input.memory(), gradient, sizes);
    tape.zeroUnlessBegun(value);
    return value;
  }

  /** A tensor that the kernel reads, in its own shape. */
  Value input(int index) {
    return input(index, context.inputShape(index));
  }

  /** A weight, seen as these axes. */
  Value weight(int index, long... sizes) {
    memory.desc layout = OneDnn.rows(sizes);
    Value value =
        tape.given(
            context.weight(index, layout),
            context.backward() ? context.weightGradient(index, layout) : null,
            sizes);
    tape.zeroUnlessBegun(value);
    return value;
  }

  /** What the kernel gives, seen as these axes. */
  Value output(long... sizes) {
    memory output = context.outputRows(sizes);
    memory gradient = context.hasOutputGradient() ? context.outputGradientRows(sizes) : null;
    return tape.result(output, gradient, sizes);
  }

  /** Before the tape runs forward. */
  void prepare() {
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).prepare();
    }
  }

  /** After the tape has run backward. */
  void finish() {
    for (int i = 0; i < gradients.size(); i++) {
      gradients.get(i).prepare();
    }
  }
}
