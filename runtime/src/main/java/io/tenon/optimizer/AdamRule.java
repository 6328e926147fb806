package io.tenon.optimizer;

import java.util.List;

/** The arithmetic of {@link Adam} and {@link AdamW}. */
final class AdamRule implements Rule {
  private final double beta1;
  private final double beta2;
  private final float epsilon;
  private final boolean amsgrad;
  private final float[] rates = new float[MOST_DELAY];
  private float rate;

  AdamRule(double beta1, double beta2, double epsilon, boolean amsgrad) {
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = (float) epsilon;
    this.amsgrad = amsgrad;
  }

  @Override
  public List<String> memories() {
    return amsgrad
        ? List.of("momentum", "velocity", "velocity_hat")
        : List.of("momentum", "velocity");
  }

  @Override
  public void begin(double rate, long step) {
    // The means begin at 0; this makes up for it.
    double correction =
        Math.sqrt(1 - Math.pow(beta2, (double) step)) / (1 - Math.pow(beta1, (double) step));
    this.rate = (float) (rate * correction);
    rates[(int) (step % MOST_DELAY)] = this.rate;
  }

  @Override
  public boolean catchesUp() {
    return true;
  }

  @Override
  public void catchUp(long step, float[] weights, float[] zeros, float[][] memories, int count) {
    update(weights, zeros, memories, count, rates[(int) (step % MOST_DELAY)]);
  }

  @Override
  public void update(float[] weights, float[] gradients, float[][] memories, int count) {
    update(weights, gradients, memories, count, rate);
  }

  private void update(
      float[] weights, float[] gradients, float[][] memories, int count, float size) {
    // In locals: so that the loop is vectorized.
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float small = epsilon;
    float[] m = memories[0];
    float[] v = memories[1];
    if (amsgrad) {
      updateWithLargest(weights, gradients, memories, count, size);
      return;
    }
    for (int i = 0; i < count; i++) {
      float mean = m[i] + (gradients[i] - m[i]) * new1;
      float squares = v[i] + (gradients[i] * gradients[i] - v[i]) * new2;
      m[i] = mean;
      v[i] = squares;
      weights[i] -= size * mean / ((float) Math.sqrt(squares) + small);
    }
  }

  private void updateWithLargest(
      float[] weights, float[] gradients, float[][] memories, int count, float size) {
    float new1 = (float) (1 - beta1);
    float new2 = (float) (1 - beta2);
    float[] m = memories[0];
    float[] v = memories[1];
    float[] largest = memories[2];
    for (int i = 0; i < count; i++) {
      m[i] += (gradients[i] - m[i]) * new1;
      v[i] += (gradients[i] * gradients[i] - v[i]) * new2;
      largest[i] = Math.max(largest[i], v[i]);
      weights[i] -= size * m[i] / ((float) Math.sqrt(largest[i]) + epsilon);
    }
  }
}
