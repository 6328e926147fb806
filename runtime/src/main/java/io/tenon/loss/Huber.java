package io.tenon.loss;

/**
 * Squared for small errors and absolute for large ones, as {@code keras.losses.Huber}.
 *
 * @param delta where small ends; positive
 */
public record Huber(double delta) implements MeanLoss {
  /** Refuses a delta that is not positive. */
  public Huber {
    if (!(delta > 0)) {
      throw new IllegalArgumentException("delta must be positive, found " + delta);
    }
  }

  @Override
  public String kerasName() {
    return "huber";
  }

  @Override
  public double loss(double label, double prediction) {
    double error = Math.abs(prediction - label);
    return error <= delta ? error * error / 2 : delta * error - delta * delta / 2;
  }

  @Override
  public double slope(double label, double prediction) {
    return Math.max(-delta, Math.min(delta, prediction - label));
  }
}
