package io.tenon.kernel;

import io.tenon.layer.SimpleRNN;
import java.util.Arrays;

/** A step of {@link SimpleRNN}: hidden = f(input + recalled). */
final class SimpleStep implements RecurrentStep {
  private final GateFunction function;
  private final float[] slopes;

  SimpleStep(SimpleRNN.Spec spec, int batch) {
    this.function = new GateFunction(spec.activation());
    this.slopes = new float[batch * spec.units()];
  }

  @Override
  public int kept() {
    return 0;
  }

  @Override
  public void forward(float[][] gates, float[][] recalled, float[][] states, float[][] kept) {
    function.apply(gates[0], recalled[0]);
    System.arraycopy(gates[0], 0, states[0], 0, slopes.length);
  }

  @Override
  public void backward(float[][] gates, float[][] recalled, float[][] states, float[][] kept) {
    float[] gate = gates[0];
    float[] hidden = states[0];
    function.slopes(gate, slopes);
    for (int i = 0; i < gate.length; i++) {
      gate[i] = hidden[i] * slopes[i];
    }
    Arrays.fill(hidden, 0);
  }
}
