package io.tenon.training;

import io.tenon.callback.Callback;
import io.tenon.data.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How to train: what {@code fit} is told in its last argument. Defaults are Keras's. */
public final class FitOptions {
  private int epochs = 1;
  private int batchSize = 32;
  private double validationSplit;
  private @Nullable Samples validationData;
  private Map<Integer, Double> classWeight = Map.of();
  private boolean shuffle = true;
  private int stepsPerEpoch = -1;
  private Verbosity verbosity = Verbosity.AUTO;
  private List<Callback> callbacks = List.of();

  /** The defaults. */
  public FitOptions() {}

  /**
   * How often all samples are seen. Default 1.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public FitOptions epochs(int epochs) {
    this.epochs = positive("epochs", epochs);
    return this;
  }

  /**
   * How many samples are seen before the weights change. Default 32; the last batch of an epoch may
   * be smaller.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public FitOptions batchSize(int batchSize) {
    this.batchSize = positive("batchSize", batchSize);
    return this;
  }

  /**
   * The share of samples, the last ones before shuffling, that is kept from training and measured
   * after each epoch. Default 0.
   *
   * @throws IllegalArgumentException unless 0 or more and less than 1
   */
  public FitOptions validationSplit(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "validationSplit must be 0 or more and less than 1, found " + share);
    }
    this.validationSplit = share;
    return this;
  }

  /** Samples that are measured after each epoch, in place of {@link #validationSplit}. */
  public FitOptions validationData(Samples samples) {
    this.validationData = samples;
    return this;
  }

  /**
   * After how many batches of a dataset an epoch ends; the next one goes on where it ended, through
   * as many passes as it takes. Default: where a pass ends. Needed for datasets that never end.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public FitOptions stepsPerEpoch(int steps) {
    this.stepsPerEpoch = positive("stepsPerEpoch", steps);
    return this;
  }

  /**
   * How much samples of each class count in the loss, by class number; a class that is left out
   * counts 1. For models with one output that has a loss.
   */
  public FitOptions classWeight(Map<Integer, Double> weights) {
    this.classWeight = Map.copyOf(weights);
    return this;
  }

  /** Whether samples come in another order each epoch. Default true. */
  public FitOptions shuffle(boolean shuffle) {
    this.shuffle = shuffle;
    return this;
  }

  /** How much is told on standard output. */
  public FitOptions verbose(Verbosity verbosity) {
    this.verbosity = verbosity;
    return this;
  }

  /** What is called while training runs, in this order. */
  public FitOptions callbacks(Callback... callbacks) {
    this.callbacks = List.of(callbacks);
    return this;
  }

  int epochs() {
    return epochs;
  }

  int batchSize() {
    return batchSize;
  }

  double validationSplit() {
    return validationSplit;
  }

  Optional<Samples> validationData() {
    return Optional.ofNullable(validationData);
  }

  int stepsPerEpoch() {
    return stepsPerEpoch;
  }

  Map<Integer, Double> classWeight() {
    return classWeight;
  }

  boolean shuffle() {
    return shuffle;
  }

  List<Callback> callbacks() {
    return callbacks;
  }

  Verbosity verbosity() {
    return verbosity;
  }

  private static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, found " + value);
    }
    return value;
  }
}
