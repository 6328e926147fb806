package io.tenon.training;

import io.tenon.callback.Callback;
import io.tenon.data.Dataset;
import io.tenon.data.FixedBatch;
import io.tenon.data.SampleArrays;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How to train: what {@code fit} is told in its last argument. Defaults are Keras's. */
public final class FitOptions {
  private static final int DEFAULT_BATCH_SIZE = 32;

  private int epochs = 1;
  private int initialEpoch;
  private int batchSize = DEFAULT_BATCH_SIZE;
  private boolean batchSizeSet;
  private double validationSplit;
  private @Nullable Samples validationData;
  private @Nullable Dataset<Samples> validationBatches;
  private int validationSteps = -1;
  private int validationBatchSize = -1;
  private int validationFreq = 1;
  private Map<Integer, Double> classWeight = Map.of();
  private boolean shuffle = true;
  private int stepsPerEpoch = -1;
  private Verbosity verbosity = Verbosity.AUTO;
  private List<? extends Callback> callbacks = List.of();

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
   * After how many epochs, done in an earlier training, this one begins; {@link #epochs} counts
   * them too, and callbacks see their numbers go on. Default 0. As Keras's {@code initial_epoch}:
   * no epoch is run unless {@link #epochs} is more.
   *
   * @throws IllegalArgumentException if negative
   */
  public FitOptions initialEpoch(int epochsDone) {
    if (epochsDone < 0) {
      throw new IllegalArgumentException("initialEpoch must be 0 or more, found " + epochsDone);
    }
    this.initialEpoch = epochsDone;
    return this;
  }

  /**
   * How many samples are seen before the weights change. Default 32, or all if there are fewer; the
   * last batch of an epoch may be smaller. Batches of a dataset have the size that it gives them.
   *
   * @throws IllegalArgumentException if less than 1; {@code fit} refuses more than there are
   *     samples
   */
  public FitOptions batchSize(int batchSize) {
    this.batchSize = positive("batchSize", batchSize);
    this.batchSizeSet = true;
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
  public FitOptions validationData(SampleArrays samples) {
    this.validationData = samples.arrays();
    this.validationBatches = null;
    return this;
  }

  /**
   * Batches that are measured after each epoch, of a dataset its first pass; {@link
   * #validationSteps} limits it.
   */
  public FitOptions validationData(Iterable<? extends SampleArrays> batches) {
    this.validationBatches = Dataset.<SampleArrays>of(batches).map(SampleArrays::arrays);
    this.validationData = null;
    return this;
  }

  /**
   * How many batches of a dataset to validate with are measured at most. Default all.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public FitOptions validationSteps(int steps) {
    this.validationSteps = positive("validationSteps", steps);
    return this;
  }

  /**
   * In batches of which size samples are validated with; the figures do not depend on it. Default
   * {@link #batchSize}.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public FitOptions validationBatchSize(int size) {
    this.validationBatchSize = positive("validationBatchSize", size);
    return this;
  }

  /**
   * After every how many epochs the model is validated: with 2, after epochs 2, 4 and so on.
   * Callbacks that watch a value of validation act on those epochs. Default 1.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public FitOptions validationFreq(int epochs) {
    this.validationFreq = positive("validationFreq", epochs);
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

  /** {@link #callbacks(List)} with those callbacks. */
  public FitOptions callbacks(Callback... callbacks) {
    return callbacks(List.of(callbacks));
  }

  /**
   * What is called while training runs, in this order, but for those that {@linkplain
   * Callback#isLast come last}. In place of those given before.
   */
  public FitOptions callbacks(List<? extends Callback> callbacks) {
    this.callbacks = callbacks.stream().sorted(Comparator.comparing(Callback::isLast)).toList();
    return this;
  }

  int epochs() {
    return epochs;
  }

  int initialEpoch() {
    return initialEpoch;
  }

  int batchSize() {
    return batchSize;
  }

  /** The size of batches that a model is trained with, which its inputs may fix. */
  int batchSize(Graph graph) {
    return FixedBatch.size(graph, batchSize, batchSizeSet);
  }

  boolean isBatchSizeSet() {
    return batchSizeSet;
  }

  Optional<Dataset<Samples>> validationBatches() {
    return Optional.ofNullable(validationBatches);
  }

  int validationSteps() {
    return validationSteps;
  }

  /** Whether the model is validated after that epoch, counted from 1. */
  boolean validatesAfter(int epoch) {
    return epoch % validationFreq == 0;
  }

  int validationBatchSize(Graph graph) {
    return validationBatchSize > 0
        ? FixedBatch.size(graph, validationBatchSize, true)
        : batchSize(graph);
  }

  /** Whether something is given to validate with. */
  boolean hasValidation() {
    return validationData != null || validationBatches != null;
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

  List<? extends Callback> callbacks() {
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
