package io.tenon.optimizer;

import java.util.Optional;
import java.util.Set;

/**
 * What every optimizer can be told, as the arguments that {@code keras.optimizers.Optimizer} takes.
 *
 * @param learningRate the size of a step, over the steps
 * @param clipping a limit on gradients, applied before anything else
 * @param weightDecay by which share, times the learning rate, weights shrink before each step
 * @param notDecayed names of weights that do not shrink, such as {@code bias}
 * @param average a moving average of the weights, if one is kept
 */
public record UpdateOptions(
    LearningRateSchedule learningRate,
    Clipping clipping,
    double weightDecay,
    Set<String> notDecayed,
    Optional<MovingAverage> average) {

  /** Refuses a negative decay. */
  public UpdateOptions {
    Require.notNegative("weightDecay", weightDecay);
    notDecayed = Set.copyOf(notDecayed);
  }

  /**
   * A learning rate, and nothing else.
   *
   * @throws IllegalArgumentException unless it is positive
   */
  public static UpdateOptions of(double learningRate) {
    return new UpdateOptions(
        new ConstantRate(learningRate), Clipping.NONE, 0, Set.of(), Optional.empty());
  }

  UpdateOptions withLearningRate(LearningRateSchedule schedule) {
    return new UpdateOptions(schedule, clipping, weightDecay, notDecayed, average);
  }

  UpdateOptions withClipping(Clipping limit) {
    return new UpdateOptions(learningRate, limit, weightDecay, notDecayed, average);
  }

  UpdateOptions withWeightDecay(double decay, Set<String> except) {
    return new UpdateOptions(learningRate, clipping, decay, except, average);
  }

  UpdateOptions withAverage(MovingAverage kept) {
    return new UpdateOptions(learningRate, clipping, weightDecay, notDecayed, Optional.of(kept));
  }
}
