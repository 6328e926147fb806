package io.tenon.kernel;

import io.tenon.layer.SimpleRNN;

/** A step of {@link SimpleRNN}: hidden = f(input + recalled). */
final class SimpleStep implements RecurrentStep {
  private final GateFunctions function;
  private final int count;
  private final float[] slopes;

  SimpleStep(SimpleRNN.Spec spec, int batch) {
    this.function = new GateFunctions(batch, spec.units(), spec.activation());
    this.count = batch * spec.units();
    this.slopes = new float[count];
  }

  @Override
  public int kept() {
    return 0;
  }

  @Override
  public void forward(float[] gates, float[] recalled, float[][] states, float[][] kept) {
    for (int i = 0; i < count; i++) {
      gates[i] += recalled[i];
    }
    function.apply(gates);
    System.arraycopy(gates, 0, states[0], 0, count);
  }

  @Override
  public void backward(float[] gates, float[] recalled, float[][] states, float[][] kept) {
    float[] hidden = states[0];
    function.slopes(gates, slopes);
    for (int i = 0; i < count; i++) {
      gates[i] = hidden[i] * slopes[i];
      hidden[i] = 0;
    }
  }
}
