package io.tenon.kernel;

import io.tenon.ActivationFunction;
import io.tenon.layer.LSTM;

/**
 * A step of {@link LSTM}; Hochreiter and Schmidhuber, 1997. Gates in Keras's order: input, forget,
 * candidate, output.
 */
final class LstmStep implements RecurrentStep {
  private final GateFunctions functions;
  private final GateFunctions function;
  private final int batch;
  private final int units;
  private final float[] slopes;
  private final float[] outerSlopes;

  LstmStep(LSTM.Spec spec, int batch) {
    ActivationFunction gate = spec.recurrentActivation();
    this.batch = batch;
    this.units = spec.units();
    this.functions = new GateFunctions(batch, units, gate, gate, spec.activation(), gate);
    this.function = new GateFunctions(batch, units, spec.activation());
    this.slopes = new float[4 * batch * units];
    this.outerSlopes = new float[batch * units];
  }

  /** The memory before the step, and the activation of that after it. */
  @Override
  public int kept() {
    return 2;
  }

  @Override
  public void forward(float[] gates, float[] recalled, float[][] states, float[][] kept) {
    float[] memory = states[1];
    float[] before = kept[0];
    float[] active = kept[1];
    for (int i = 0; i < slopes.length; i++) {
      gates[i] += recalled[i];
    }
    functions.apply(gates);
    System.arraycopy(memory, 0, before, 0, memory.length);
    for (int row = 0; row < batch; row++) {
      remember(gates, row * 4 * units, memory, row * units);
    }
    System.arraycopy(memory, 0, active, 0, memory.length);
    function.apply(active);
    for (int row = 0; row < batch; row++) {
      show(gates, row * 4 * units + 3 * units, active, states[0], row * units);
    }
  }

  /** memory = forget * memory + input * candidate. */
  private void remember(float[] gates, int gate, float[] memory, int state) {
    int forget = gate + units;
    int candidate = gate + 2 * units;
    for (int i = 0; i < units; i++) {
      memory[state + i] =
          gates[forget + i] * memory[state + i] + gates[gate + i] * gates[candidate + i];
    }
  }

  /** hidden = output * f(memory). */
  private void show(float[] gates, int output, float[] active, float[] hidden, int state) {
    for (int i = 0; i < units; i++) {
      hidden[state + i] = gates[output + i] * active[state + i];
    }
  }

  @Override
  public void backward(float[] gates, float[] recalled, float[][] states, float[][] kept) {
    functions.slopes(gates, slopes);
    function.slopes(kept[1], outerSlopes);
    for (int row = 0; row < batch; row++) {
      backward(gates, row * 4 * units, states[0], states[1], kept[0], kept[1], row * units);
    }
  }

  private void backward(
      float[] gates,
      int gate,
      float[] hidden,
      float[] memory,
      float[] before,
      float[] active,
      int state) {
    int forget = gate + units;
    int candidate = gate + 2 * units;
    int output = gate + 3 * units;
    float[] slope = slopes;
    float[] outer = outerSlopes;
    for (int i = 0; i < units; i++) {
      float shown = hidden[state + i];
      float change = memory[state + i] + shown * gates[output + i] * outer[state + i];
      float toInput = change * gates[candidate + i] * slope[gate + i];
      float toCandidate = change * gates[gate + i] * slope[candidate + i];
      memory[state + i] = change * gates[forget + i];
      gates[gate + i] = toInput;
      gates[forget + i] = change * before[state + i] * slope[forget + i];
      gates[candidate + i] = toCandidate;
      gates[output + i] = shown * active[state + i] * slope[output + i];
      hidden[state + i] = 0;
    }
  }
}
