package io.tenon.kernel;

import io.tenon.ActivationFunction;
import io.tenon.layer.GRU;

/**
 * A step of {@link GRU} whose reset gate is applied after the product; Cho et al., 2014. Gates in
 * Keras's order: update, reset, candidate.
 */
final class GruStep implements RecurrentStep {
  private final GateFunctions gateFunctions;
  private final GateFunctions function;
  private final GateFunctions all;
  private final int batch;
  private final int units;
  private final float[] both;
  private final float[] candidates;
  private final float[] slopes;

  GruStep(GRU.Spec spec, int batch) {
    ActivationFunction gate = spec.recurrentActivation();
    this.batch = batch;
    this.units = spec.units();
    this.gateFunctions = new GateFunctions(batch, units, gate, gate);
    this.function = new GateFunctions(batch, units, spec.activation());
    this.all = new GateFunctions(batch, units, gate, gate, spec.activation());
    this.both = new float[2 * batch * units];
    this.candidates = new float[batch * units];
    this.slopes = new float[3 * batch * units];
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
  public void forward(float[] gates, float[] recalled, float[][] states, float[][] kept) {
    float[] hidden = states[0];
    System.arraycopy(hidden, 0, kept[0], 0, hidden.length);
    for (int row = 0; row < batch; row++) {
      int gate = row * 3 * units;
      addGates(gates, recalled, gate, row * 2 * units);
      System.arraycopy(recalled, gate + 2 * units, kept[1], row * units, units);
    }
    gateFunctions.apply(both);
    for (int row = 0; row < batch; row++) {
      reset(gates, recalled, row * 3 * units + 2 * units, row * 2 * units + units, row * units);
    }
    function.apply(candidates);
    for (int row = 0; row < batch; row++) {
      mix(hidden, row * 2 * units, row * units);
      System.arraycopy(both, row * 2 * units, gates, row * 3 * units, 2 * units);
      System.arraycopy(candidates, row * units, gates, row * 3 * units + 2 * units, units);
    }
  }

  private void addGates(float[] gates, float[] recalled, int gate, int target) {
    for (int i = 0; i < 2 * units; i++) {
      both[target + i] = gates[gate + i] + recalled[gate + i];
    }
  }

  /** candidate = f(input + reset * recalled). */
  private void reset(float[] gates, float[] recalled, int candidate, int reset, int state) {
    for (int i = 0; i < units; i++) {
      candidates[state + i] = gates[candidate + i] + both[reset + i] * recalled[candidate + i];
    }
  }

  /** hidden = update * hidden + (1 - update) * candidate. */
  private void mix(float[] hidden, int update, int state) {
    for (int i = 0; i < units; i++) {
      float candidate = candidates[state + i];
      hidden[state + i] = candidate + both[update + i] * (hidden[state + i] - candidate);
    }
  }

  @Override
  public void backward(float[] gates, float[] recalled, float[][] states, float[][] kept) {
    all.slopes(gates, slopes);
    for (int row = 0; row < batch; row++) {
      backward(gates, recalled, row * 3 * units, states[0], kept[0], kept[1], row * units);
    }
  }

  private void backward(
      float[] gates,
      float[] recalled,
      int update,
      float[] hidden,
      float[] before,
      float[] recall,
      int state) {
    int reset = update + units;
    int candidate = update + 2 * units;
    float[] slope = slopes;
    for (int i = 0; i < units; i++) {
      float change = hidden[state + i];
      float kept = gates[update + i];
      float opened = gates[reset + i];
      float toUpdate = change * (before[state + i] - gates[candidate + i]) * slope[update + i];
      float toCandidate = change * (1 - kept) * slope[candidate + i];
      float toReset = toCandidate * recall[state + i] * slope[reset + i];
      hidden[state + i] = change * kept;
      gates[update + i] = toUpdate;
      gates[reset + i] = toReset;
      gates[candidate + i] = toCandidate;
      recalled[update + i] = toUpdate;
      recalled[reset + i] = toReset;
      recalled[candidate + i] = toCandidate * opened;
    }
  }
}
