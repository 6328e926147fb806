package io.tenon.callback;

import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Ends a training when a value stops getting better, as {@code keras.callbacks.EarlyStopping}.
 *
 * <pre>{@code
 * fit.callbacks(new EarlyStopping("val_loss").patience(3).restoreBestWeights(true))
 * }</pre>
 */
public final class EarlyStopping implements Callback {
  private static final String BEST = "best";
  private static final String BEST_EPOCH = "bestEpoch";
  private static final String WAITED = "waited";

  private final Monitor monitor;
  private double minDelta;
  private int patience;
  private boolean restoreBestWeights;
  private int startFromEpoch;
  private OptionalDouble baseline = OptionalDouble.empty();
  private double best;
  private int bestEpoch;
  private int stoppedEpoch;
  private int waited;
  private @Nullable Map<String, INDArray> bestWeights;

  /** Stops when {@code val_loss} does not improve. */
  public EarlyStopping() {
    this("val_loss");
  }

  /** Stops when a value does not improve. */
  public EarlyStopping(String monitor) {
    this.monitor = new Monitor(monitor);
  }

  /** Which direction is better; by default told from the value's name. */
  public EarlyStopping mode(Mode mode) {
    monitor.mode(mode);
    return this;
  }

  /** By how much a value must be better to count. Default 0. */
  public EarlyStopping minDelta(double minDelta) {
    this.minDelta = Math.abs(minDelta);
    return this;
  }

  /** How many epochs in a row may pass without getting better. Default 0. */
  public EarlyStopping patience(int epochs) {
    this.patience = Check.notNegative("patience", epochs);
    return this;
  }

  /** Whether the model gets back the weights of its best epoch. Default false. */
  public EarlyStopping restoreBestWeights(boolean restore) {
    this.restoreBestWeights = restore;
    return this;
  }

  /** The value that must be beaten for waiting to begin anew. Default none. */
  public EarlyStopping baseline(double value) {
    this.baseline = OptionalDouble.of(value);
    return this;
  }

  /** How many first epochs are not looked at. Default 0. */
  public EarlyStopping startFromEpoch(int epochs) {
    this.startFromEpoch = Check.notNegative("startFromEpoch", epochs);
    return this;
  }

  /** The epoch after which training was stopped, counted from 1; 0 if it was not. */
  public int stoppedEpoch() {
    return stoppedEpoch;
  }

  /** The epoch with the best value, counted from 1; 0 before there is one. */
  public int bestEpoch() {
    return bestEpoch;
  }

  @Override
  public void onTrainBegin(Training training) {
    monitor.require("EarlyStopping", training);
    best = monitor.worst();
    bestEpoch = 0;
    stoppedEpoch = 0;
    waited = 0;
    bestWeights = null;
  }

  @Override
  public void onEpochEnd(Training training) {
    OptionalDouble measured = monitor.value(training);
    if (measured.isEmpty() || training.epoch() <= startFromEpoch) {
      return;
    }
    double value = measured.getAsDouble();
    if (restoreBestWeights && bestWeights == null) {
      bestWeights = training.weights(); // for the case that nothing ever improves
    }
    waited++;
    if (monitor.improves(value, best, minDelta)) {
      best = value;
      bestEpoch = training.epoch();
      if (restoreBestWeights) {
        bestWeights = training.weights();
      }
      if (baseline.isEmpty() || monitor.reaches(value, baseline.getAsDouble())) {
        waited = 0;
      }
      return;
    }
    if (waited >= patience && training.epoch() > 1) {
      stoppedEpoch = training.epoch();
      training.stop();
    }
  }

  @Override
  public void onTrainEnd(Training training) {
    if (bestWeights != null) {
      training.setWeights(bestWeights);
      bestWeights = null;
    }
  }

  @Override
  public State state() {
    return new State(
        Map.of(BEST, best, BEST_EPOCH, (double) bestEpoch, WAITED, (double) waited),
        bestWeights == null ? Map.of() : bestWeights);
  }

  @Override
  public void restore(State state) {
    best = state.number(BEST, best);
    bestEpoch = (int) state.number(BEST_EPOCH, 0);
    waited = (int) state.number(WAITED, 0);
    bestWeights = state.arrays().isEmpty() ? null : state.arrays();
  }
}
