package io.tenon.kernel;

import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel reads and gives, in one layout, the channels being the second axis.
 *
 * @param before what puts the input there, if anything
 * @param gradient that of the output, which becomes that of the input
 * @param after what hands that on
 */
record ChannelEnds(
    memory input,
    List<Operation> before,
    memory output,
    @Nullable memory gradient,
    List<Operation> after) {
  /** In the layout of what it reads, for channels that are the last axis. */
  static ChannelEnds asTheyLie(KernelContext context) {
    memory output =
        context.outputMustBeRows()
            ? Layouts.outputRows(context)
            : context.output(context.inputLayout(0));
    memory.desc layout = output.get_desc();
    boolean same = KernelContext.same(context.inputLayout(0), layout);
    memory input = same ? context.input(0) : context.scratch(layout);
    List<Operation> before = same ? List.of() : List.of(context.reorder(context.input(0), input));
    memory gradient = context.backward() ? context.outputGradient() : null;
    List<Operation> after =
        gradient != null && context.wantsInputGradient(0)
            ? List.of(context.reorder(gradient, context.inputGradient(0)))
            : List.of();
    return new ChannelEnds(input, before, output, gradient, after);
  }

  /** Row-major: (batch and axes before, channels, axes after). */
  static ChannelEnds rows(KernelContext context, int axis) {
    long[] shape = context.inputShape(0);
    long[] sizes = {
      Axes.elements(shape, 0, axis), shape[axis], Axes.elements(shape, axis + 1, shape.length)
    };
    KernelContext.Rows input = context.inputRows(0, sizes);
    memory output = context.outputRows(sizes);
    memory gradient = context.backward() ? context.outputGradientRows(sizes) : null;
    List<Operation> after = new ArrayList<>();
    if (gradient != null && context.wantsInputGradient(0)) {
      KernelContext.Rows target = context.inputGradientRows(0, sizes);
      after.add(context.reorder(gradient, target.memory()));
      if (target.before() != null) {
        after.add(target.before());
      }
    }
    List<Operation> before = input.before() == null ? List.of() : List.of(input.before());
    return new ChannelEnds(input.memory(), before, output, gradient, after);
  }

  void prepare() {
    for (int i = 0; i < before.size(); i++) {
      before.get(i).run();
    }
  }

  void finish() {
    for (int i = 0; i < after.size(); i++) {
      after.get(i).run();
    }
  }
}
