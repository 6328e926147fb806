package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * What the way back of a recurrent layer needs for all samples: what was kept of each step, and the
 * large products at the end, one for each weight and one for the input.
 */
final class SequenceGradients {
  private final SequenceInput input;
  private final List<Operation> products = new ArrayList<>();

  /** (time * batch, units): the states that the products with the recurrent kernel read. */
  final memory seen;

  /** (time * batch, units) each: what a step keeps. */
  final memory[] kept;

  /** (time * batch, width): the gradient of what was recalled; that of the gates if it is one. */
  final memory recalled;

  /** The gradient of what the layer gives, if there is one. */
  final @Nullable memory output;

  SequenceGradients(Sequence sequence, RecurrentStep step, SequenceInput input, memory kernel) {
    KernelContext context = sequence.context;
    long rows = sequence.rows();
    int width = sequence.width;
    this.input = input;
    this.seen = context.scratch(OneDnn.rows(rows, sequence.units));
    this.kept = new memory[step.kept()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = context.scratch(OneDnn.rows(rows, sequence.units));
    }
    memory gates = sequence.gates;
    this.recalled =
        step.recalledApart() ? context.backwardScratch(OneDnn.rows(rows, width)) : gates;
    this.output = context.hasOutputGradient() ? context.outputGradient() : null;

    addWeight(sequence, Sequence.KERNEL, input.rows, sequence.features, gates);
    addWeight(sequence, Sequence.RECURRENT_KERNEL, seen, sequence.units, recalled);
    if (sequence.spec.useBias()) {
      addBias(sequence, gates);
    }
    if (input.gradientRows != null) {
      // (time * batch, width) x (width, features) = (time * batch, features)
      memory turned = Products.transposed(context, kernel);
      products.add(Products.of(context, gates, turned, input.gradientRows));
    }
  }

  /** (columns, time * batch) x (time * batch, width) = (columns, width). */
  private void addWeight(Sequence sequence, int index, memory read, int columns, memory gradient) {
    KernelContext context = sequence.context;
    memory target = context.weightGradient(index, OneDnn.rows(columns, sequence.width));
    products.add(Products.of(context, Products.transposed(context, read), gradient, target));
  }

  /** (1, time * batch) x (time * batch, width) = (1, width). */
  private void addBias(Sequence sequence, memory gates) {
    KernelContext context = sequence.context;
    int rows = sequence.spec.biasRows();
    memory target = context.weightGradient(Sequence.BIAS, OneDnn.rows(rows, sequence.width));
    memory ones = context.constant(1, 1, sequence.rows());
    for (int row = 0; row < rows; row++) {
      memory.desc one = OneDnn.rows(1, sequence.width);
      memory part = context.seenAs(target, one, (long) row * sequence.width);
      products.add(Products.of(context, ones, row == 0 ? gates : recalled, part));
    }
  }

  /** Makes them, when all parts of the batch have gone back. */
  void run() {
    for (int i = 0; i < products.size(); i++) {
      products.get(i).run();
    }
    input.backward();
  }
}
