package io.tenon.optimizer;

/**
 * A learning rate that changes with the steps, as {@code keras.optimizers.schedules}.
 *
 * <pre>{@code
 * sgd().withLearningRate(new ExponentialDecay(0.1, 1000, 0.96, false))
 * }</pre>
 */
@FunctionalInterface
public interface LearningRateSchedule {
  /**
   * The learning rate of a step.
   *
   * @param step how many steps were made before it
   */
  double at(long step);
}
