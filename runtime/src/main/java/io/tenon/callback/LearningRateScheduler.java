package io.tenon.callback;

/**
 * Sets the learning rate before each epoch, as {@code keras.callbacks.LearningRateScheduler}.
 * Reports {@code learning_rate} in the history.
 *
 * <pre>{@code
 * new LearningRateScheduler((epoch, rate) -> epoch <= 10 ? rate : rate * 0.9)
 * }</pre>
 */
public final class LearningRateScheduler implements Callback {
  private final Schedule schedule;

  /** The rate of an epoch. */
  @FunctionalInterface
  public interface Schedule {
    /**
     * The rate.
     *
     * @param epoch the epoch, counted from 1
     * @param rate the rate so far
     */
    double rate(int epoch, double rate);
  }

  /** Sets rates as a function says. */
  public LearningRateScheduler(Schedule schedule) {
    this.schedule = schedule;
  }

  @Override
  public void onEpochBegin(Training training) {
    training.learningRate(schedule.rate(training.epoch(), training.learningRate()));
  }

  @Override
  public void onEpochEnd(Training training) {
    training.log("learning_rate", training.learningRate());
  }
}
