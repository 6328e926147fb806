package io.tenon.callback;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * Lowers the learning rate when a value stops getting better, as {@code
 * keras.callbacks.ReduceLROnPlateau}. Reports {@code learning_rate} in the history.
 */
public final class ReduceLROnPlateau implements Callback {
  private static final String BEST = "best";
  private static final String WAITED = "waited";
  private static final String COOLING = "cooling";

  private final Monitor monitor;
  private double factor = 0.1;
  private int patience = 10;
  private double minDelta = 1e-4;
  private int cooldown;
  private double minLearningRate;
  private double best;
  private int waited;
  private int cooling;

  /** Watches {@code val_loss}. */
  public ReduceLROnPlateau() {
    this("val_loss");
  }

  /** Watches a value. */
  public ReduceLROnPlateau(String monitor) {
    this.monitor = new Monitor(monitor);
  }

  /** Which direction is better; by default told from the value's name. */
  public ReduceLROnPlateau mode(Mode mode) {
    monitor.mode(mode);
    return this;
  }

  /**
   * What the rate is multiplied by. Default 0.1.
   *
   * @throws IllegalArgumentException unless more than 0 and less than 1
   */
  public ReduceLROnPlateau factor(double factor) {
    if (!(factor > 0 && factor < 1)) {
      throw new IllegalArgumentException(
          "factor must be more than 0 and less than 1, found " + factor);
    }
    this.factor = factor;
    return this;
  }

  /** How many epochs in a row may pass without getting better. Default 10. */
  public ReduceLROnPlateau patience(int epochs) {
    this.patience = Check.notNegative("patience", epochs);
    return this;
  }

  /** By how much a value must be better to count. Default 0.0001. */
  public ReduceLROnPlateau minDelta(double minDelta) {
    this.minDelta = minDelta;
    return this;
  }

  /** How many epochs after the rate was lowered are not counted. Default 0. */
  public ReduceLROnPlateau cooldown(int epochs) {
    this.cooldown = Check.notNegative("cooldown", epochs);
    return this;
  }

  /** What the rate does not fall below. Default 0. */
  public ReduceLROnPlateau minLearningRate(double rate) {
    this.minLearningRate = rate;
    return this;
  }

  @Override
  public void onTrainBegin(Training training) {
    monitor.require("ReduceLROnPlateau", training);
    training.learningRate(training.learningRate()); // refused where a schedule sets it
    best = monitor.worst();
    waited = 0;
    cooling = 0;
  }

  @Override
  public void onEpochEnd(Training training) {
    double rate = training.learningRate();
    training.log("learning_rate", rate);
    OptionalDouble measured = monitor.value(training);
    if (measured.isEmpty()) {
      return;
    }
    double value = measured.getAsDouble();
    if (cooling > 0) {
      cooling--;
      waited = 0;
    }
    if (monitor.improves(value, best, minDelta)) {
      best = value;
      waited = 0;
    } else if (cooling == 0) {
      waited++;
      if (waited >= patience) {
        if (rate > minLearningRate) {
          training.learningRate(Math.max(rate * factor, minLearningRate));
          cooling = cooldown;
        }
        waited = 0;
      }
    }
  }

  @Override
  public State state() {
    return State.of(Map.of(BEST, best, WAITED, (double) waited, COOLING, (double) cooling));
  }

  @Override
  public void restore(State state) {
    best = state.number(BEST, best);
    waited = (int) state.number(WAITED, 0);
    cooling = (int) state.number(COOLING, 0);
  }
}
