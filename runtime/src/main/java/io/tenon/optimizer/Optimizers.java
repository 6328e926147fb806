package io.tenon.optimizer;

/** The optimizers, with Keras's defaults; each can be varied by its {@code with} methods. */
public final class Optimizers {
  private Optimizers() {}

  /** Adam with a learning rate of 0.001. Kingma and Ba, 2014. */
  public static Adam adam() {
    return adam(0.001);
  }

  /** Adam. */
  public static Adam adam(double learningRate) {
    return new Adam(learningRate, 0.9, 0.999, 1e-7);
  }

  /** Gradient descent with a learning rate of 0.01. */
  public static Sgd sgd() {
    return sgd(0.01);
  }

  /** Gradient descent. */
  public static Sgd sgd(double learningRate) {
    return new Sgd(learningRate, 0, false);
  }

  /** Gradient descent with momentum. */
  public static Sgd sgd(double learningRate, double momentum) {
    return new Sgd(learningRate, momentum, false);
  }

  static void requirePositive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + " must be positive, found " + value);
    }
  }

  static void requireShare(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(
          name + " must be 0 or more and less than 1, found " + value);
    }
  }
}
