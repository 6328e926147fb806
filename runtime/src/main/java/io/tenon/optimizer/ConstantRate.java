package io.tenon.optimizer;

/**
 * A learning rate that stays, until a callback sets another.
 *
 * @param rate the size of a step; positive
 */
public record ConstantRate(double rate) implements LearningRateSchedule {
  /** Refuses rates that are not positive. */
  public ConstantRate {
    Require.positive("learningRate", rate);
  }

  @Override
  public double at(long step) {
    return rate;
  }
}
