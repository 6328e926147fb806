package io.tenon.optimizer;

import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;

/**
 * Adam, as {@code keras.optimizers.Adam}; Kingma and Ba, 2014.
 *
 * @param learningRate the size of a step; positive
 * @param beta1 how much of the mean of gradients is kept
 * @param beta2 how much of the mean of their squares is kept
 * @param epsilon what keeps a division from 0
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements Optimizer {

  /** Refuses numbers out of range. */
  public Adam {
    Optimizers.requirePositive("learningRate", learningRate);
    Optimizers.requireShare("beta1", beta1);
    Optimizers.requireShare("beta2", beta2);
    Optimizers.requirePositive("epsilon", epsilon);
  }

  /** The same with another learning rate. */
  public Adam withLearningRate(double learningRate) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  /** The same with other rates of forgetting. */
  public Adam withBetas(double beta1, double beta2) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  /** The same with another epsilon. */
  public Adam withEpsilon(double epsilon) {
    return new Adam(learningRate, beta1, beta2, epsilon);
  }

  @Override
  public Updater updater(Parameters parameters, Gradients gradients) {
    return new AdamUpdater(this, parameters, gradients);
  }
}
