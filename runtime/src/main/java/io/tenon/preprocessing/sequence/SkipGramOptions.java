package io.tenon.preprocessing.sequence;

import io.tenon.preprocessing.Require;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** How pairs of words are chosen. Defaults are those of Keras's {@code skipgrams}. */
public final class SkipGramOptions {
  private int windowSize = 4;
  private double negativeSamples = 1;
  private boolean shuffle = true;
  private boolean categorical;
  private double @Nullable [] samplingTable;
  private long seed;

  /** The defaults. */
  public SkipGramOptions() {}

  /**
   * How far apart, in words, near ones may stand. Default 4.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public SkipGramOptions windowSize(int windowSize) {
    this.windowSize = Require.positive("windowSize", windowSize);
    return this;
  }

  /**
   * How many random pairs there are for each near one. Default 1; 0 for none.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public SkipGramOptions negativeSamples(double share) {
    this.negativeSamples = Require.notNegative("negativeSamples", share);
    return this;
  }

  /** Whether pairs come in random order. Default true; else all near ones come first. */
  public SkipGramOptions shuffle(boolean shuffle) {
    this.shuffle = shuffle;
    return this;
  }

  /** Whether labels are the rows (0, 1) for near and (1, 0) for random. Default false. */
  public SkipGramOptions categorical(boolean categorical) {
    this.categorical = categorical;
    return this;
  }

  /**
   * How likely each word is kept as the first of a pair: (words), from {@link
   * Sequences#makeSamplingTable}. Default: all are.
   */
  public SkipGramOptions samplingTable(INDArray table) {
    this.samplingTable = table.dup('c').data().asDouble();
    return this;
  }

  /** What draws are made from: the same seed, the same pairs. Default 0. */
  public SkipGramOptions seed(long seed) {
    this.seed = seed;
    return this;
  }

  int windowSize() {
    return windowSize;
  }

  double negativeSamples() {
    return negativeSamples;
  }

  boolean shuffle() {
    return shuffle;
  }

  boolean categorical() {
    return categorical;
  }

  double @Nullable [] samplingTable() {
    return samplingTable;
  }

  long seed() {
    return seed;
  }
}
