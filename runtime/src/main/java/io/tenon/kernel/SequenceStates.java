package io.tenon.kernel;

import io.tenon.layer.RecurrentSpec;
import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/**
 * The states that a recurrent layer begins and ends with, each (batch, units): given by other
 * layers, left by the batch before, or 0; and given to other layers.
 */
final class SequenceStates {
  private final int units;
  private final List<KernelContext.Rows> given = new ArrayList<>();
  private final List<HeapCopy> first = new ArrayList<>();
  private final List<KernelContext.@Nullable Rows> givenGradients = new ArrayList<>();
  private final List<@Nullable HeapCopy> firstGradients = new ArrayList<>();
  private final List<HeapCopy> last = new ArrayList<>();
  private final List<@Nullable HeapCopy> lastGradients = new ArrayList<>();
  private final float[][] carried;

  SequenceStates(RecurrentSpec spec, KernelContext context) {
    long batch = context.inputShape(0)[0];
    this.units = spec.units();
    this.carried = new float[spec.stateful() ? spec.stateCount() : 0][];
    for (int i = 0; i < carried.length; i++) {
      carried[i] = context.carried(i, units);
    }
    for (int i = 1; i < context.inputCount(); i++) {
      KernelContext.Rows rows = context.inputRows(i, batch, units);
      given.add(rows);
      first.add(new HeapCopy(rows.memory()));
      KernelContext.Rows gradient =
          context.wantsInputGradient(i) ? context.inputGradientRows(i, batch, units) : null;
      givenGradients.add(gradient);
      firstGradients.add(gradient == null ? null : new HeapCopy(gradient.memory()));
    }
    for (int i = 0; i < context.stateCount(); i++) {
      last.add(new HeapCopy(context.state(i)));
      memory gradient = context.stateGradient(i);
      lastGradients.add(gradient == null ? null : new HeapCopy(gradient));
    }
  }

  /** Whether a gradient of the first states is wanted. */
  boolean wantGradient() {
    return givenGradients.stream().anyMatch(gradient -> gradient != null);
  }

  /** Arranges what is given, before the first step. */
  void prepare() {
    given.forEach(KernelContext.Rows::prepare);
  }

  /** Gives on the gradients of the first states, when all parts have put theirs. */
  void finish() {
    for (KernelContext.Rows gradient : givenGradients) {
      if (gradient != null) {
        gradient.prepare();
      }
    }
  }

  /** Fills the states before the first step of some samples, (rows, units) each. */
  void begin(Share part, float[][] states) {
    int start = part.first() * units;
    for (int i = 0; i < states.length; i++) {
      if (!first.isEmpty()) {
        first.get(i).read(start, states[i]);
      } else if (carried.length > 0) {
        System.arraycopy(carried[i], start, states[i], 0, states[i].length);
      } else {
        Arrays.fill(states[i], 0);
      }
    }
  }

  /** Takes the states after the last step of some samples. */
  void end(Share part, float[][] states) {
    int start = part.first() * units;
    for (int i = 0; i < last.size(); i++) {
      last.get(i).write(start, states[i]);
    }
    for (int i = 0; i < carried.length; i++) {
      System.arraycopy(states[i], 0, carried[i], start, states[i].length);
    }
  }

  /** Fills the gradients of the states after the last step. */
  void beginGradients(Share part, float[][] gradients) {
    for (int i = 0; i < gradients.length; i++) {
      HeapCopy given = i < lastGradients.size() ? lastGradients.get(i) : null;
      if (given == null) {
        Arrays.fill(gradients[i], 0);
      } else {
        given.read(part.first() * units, gradients[i]);
      }
    }
  }

  /** Takes the gradients of the states before the first step. */
  void endGradients(Share part, float[][] gradients) {
    for (int i = 0; i < firstGradients.size(); i++) {
      HeapCopy target = firstGradients.get(i);
      if (target != null) {
        target.write(part.first() * units, gradients[i]);
      }
    }
  }
}
