package io.tenon.kernel;

import io.tenon.layer.GRU;

/**
 * A step of {@link GRU} whose reset gate is applied after the product; Cho et al., 2014. Gates in
 * Keras's order: update, reset, candidate.
 */
final class GruStep implements RecurrentStep {
  private final GateFunction gate;
  private final GateFunction function;
  private final float[] slopes;

  GruStep(GRU.Spec spec, int batch) {
    this.gate = new GateFunction(spec.recurrentActivation());
    this.function = new GateFunction(spec.activation());
    this.slopes = new float[batch * spec.units()];
  }

  /** The hidden state before the step, and what was recalled for the candidate. */
  @Override
  public int kept() {
    return 2;
  }

  /** What is recalled for the candidate goes through the reset gate first. */
  @Override
  public boolean recalledApart() {
    return true;
  }

  @Override
  public void forward(float[][] gates, float[][] recalled, float[][] states, float[][] kept) {
    float[] hidden = states[0];
    System.arraycopy(hidden, 0, kept[0], 0, hidden.length);
    System.arraycopy(recalled[2], 0, kept[1], 0, hidden.length);
    gate.apply(gates[0], recalled[0]);
    gate.apply(gates[1], recalled[1]);
    reset(gates[1], recalled[2], gates[2]);
    function.apply(gates[2]);
    mix(gates[0], gates[2], hidden);
  }

  /** candidate = f(input + reset * recalled). */
  private static void reset(float[] reset, float[] recalled, float[] candidate) {
    for (int i = 0; i < candidate.length; i++) {
      candidate[i] += reset[i] * recalled[i];
    }
  }

  /** hidden = update * hidden + (1 - update) * candidate. */
  private static void mix(float[] update, float[] candidate, float[] hidden) {
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = candidate[i] + update[i] * (hidden[i] - candidate[i]);
    }
  }

  @Override
  public void backward(float[][] gates, float[][] recalled, float[][] states, float[][] kept) {
    float[] update = gates[0];
    float[] reset = gates[1];
    float[] candidate = gates[2];
    float[] changes = states[0];
    float[] toUpdate = recalled[0];
    float[] toReset = recalled[1];
    float[] toRecalled = recalled[2];
    gate.slopes(update, slopes);
    toUpdate(changes, kept[0], candidate, slopes, toUpdate);
    function.slopes(candidate, slopes);
    toCandidate(changes, update, slopes, candidate);
    multiply(changes, update);
    gate.slopes(reset, slopes);
    toReset(candidate, kept[1], slopes, toReset);
    System.arraycopy(candidate, 0, toRecalled, 0, candidate.length);
    multiply(toRecalled, reset);
    System.arraycopy(toUpdate, 0, update, 0, update.length);
    System.arraycopy(toReset, 0, reset, 0, reset.length);
  }

  private static void toUpdate(
      float[] changes, float[] before, float[] candidate, float[] slopes, float[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = changes[i] * (before[i] - candidate[i]) * slopes[i];
    }
  }

  private static void toCandidate(float[] changes, float[] update, float[] slopes, float[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = changes[i] * (1 - update[i]) * slopes[i];
    }
  }

  private static void toReset(float[] toCandidate, float[] recall, float[] slopes, float[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = toCandidate[i] * recall[i] * slopes[i];
    }
  }

  private static void multiply(float[] values, float[] factors) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factors[i];
    }
  }
}
