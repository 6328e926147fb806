package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;

/**
 * Stochastic gradient descent, as {@code keras.optimizers.SGD}.
 *
 * @param learningRate the size of a step; positive
 * @param momentum how much of the last step is added to the next; 0 or more and less than 1
 * @param nesterov whether the gradient is taken where the momentum leads: Nesterov, 1983
 */
public record Sgd(double learningRate, double momentum, boolean nesterov) implements Optimizer {
  /** Refuses numbers out of range. */
  public Sgd {
    Optimizers.requirePositive("learningRate", learningRate);
    Optimizers.requireShare("momentum", momentum);
  }

  /** The same with another learning rate. */
  public Sgd withLearningRate(double learningRate) {
    return new Sgd(learningRate, momentum, nesterov);
  }

  /** The same with another momentum. */
  public Sgd withMomentum(double momentum) {
    return new Sgd(learningRate, momentum, nesterov);
  }

  /** The same with Nesterov's momentum or without. */
  public Sgd withNesterov(boolean nesterov) {
    return new Sgd(learningRate, momentum, nesterov);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new SgdUpdater(this, parameters, gradients);
  }
}
