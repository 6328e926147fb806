package io.tenon.kernel;

import io.tenon.layer.LSTM;
import java.util.Arrays;

/**
 * A step of {@link LSTM}; Hochreiter and Schmidhuber, 1997. Gates in Keras's order: input, forget,
 * candidate, output.
 */
final class LstmStep implements RecurrentStep {
  private final GateFunction gate;
  private final GateFunction function;
  private final float[] slopes;
  private final float[] changes;
  private final float[] gradients;

  LstmStep(LSTM.Spec spec, int batch) {
    int count = batch * spec.units();
    this.gate = new GateFunction(spec.recurrentActivation());
    this.function = new GateFunction(spec.activation());
    this.slopes = new float[count];
    this.changes = new float[count];
    this.gradients = new float[count];
  }

  /** The memory before the step, and the activation of that after it. */
  @Override
  public int kept() {
    return 2;
  }

  @Override
  public void forward(float[][] gates, float[][] recalled, float[][] states, float[][] kept) {
    float[] memory = states[1];
    float[] active = kept[1];
    gate.apply(gates[0], recalled[0]);
    gate.apply(gates[1], recalled[1]);
    function.apply(gates[2], recalled[2]);
    gate.apply(gates[3], recalled[3]);
    System.arraycopy(memory, 0, kept[0], 0, memory.length);
    remember(gates[0], gates[1], gates[2], memory);
    System.arraycopy(memory, 0, active, 0, memory.length);
    function.apply(active);
    product(gates[3], active, states[0]);
  }

  /** memory = forget * memory + input * candidate. */
  private static void remember(float[] input, float[] forget, float[] candidate, float[] memory) {
    for (int i = 0; i < memory.length; i++) {
      memory[i] = forget[i] * memory[i] + input[i] * candidate[i];
    }
  }

  private static void product(float[] left, float[] right, float[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = left[i] * right[i];
    }
  }

  @Override
  public void backward(float[][] gates, float[][] recalled, float[][] states, float[][] kept) {
    float[] input = gates[0];
    float[] forget = gates[1];
    float[] candidate = gates[2];
    float[] output = gates[3];
    float[] shown = states[0];
    float[] memory = states[1];
    function.slopes(kept[1], slopes);
    addShown(memory, shown, output, slopes, changes);
    gate.slopes(output, slopes);
    product(shown, kept[1], slopes, output);
    product(changes, forget, memory);
    gate.slopes(forget, slopes);
    product(changes, kept[0], slopes, forget);
    gate.slopes(input, slopes);
    product(changes, candidate, slopes, gradients);
    function.slopes(candidate, slopes);
    product(changes, input, slopes, candidate);
    System.arraycopy(gradients, 0, input, 0, input.length);
    Arrays.fill(shown, 0);
  }

  /**
   * The gradient of the memory after the step: what came back, and what goes through the hidden.
   */
  private static void addShown(
      float[] memory, float[] shown, float[] output, float[] slopes, float[] changes) {
    for (int i = 0; i < changes.length; i++) {
      changes[i] = memory[i] + shown[i] * output[i] * slopes[i];
    }
  }

  private static void product(float[] first, float[] second, float[] third, float[] result) {
    for (int i = 0; i < result.length; i++) {
      result[i] = first[i] * second[i] * third[i];
    }
  }
}
