package io.tenon.preprocessing.sequence;

import io.tenon.preprocessing.Require;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Which windows are taken. Defaults are those of Keras's {@code TimeseriesGenerator}. */
public final class TimeseriesOptions {
  private int samplingRate = 1;
  private int stride = 1;
  private int startIndex;
  private @Nullable Integer endIndex;
  private boolean shuffle;
  private boolean reverse;
  private int batchSize = 128;
  private long seed;

  /** The defaults. */
  public TimeseriesOptions() {}

  /**
   * Of the steps of a window, every how-manieth is taken. Default 1.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public TimeseriesOptions samplingRate(int samplingRate) {
    this.samplingRate = Require.positive("samplingRate", samplingRate);
    return this;
  }

  /**
   * How many steps each window begins after the one before. Default 1.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public TimeseriesOptions stride(int stride) {
    this.stride = Require.positive("stride", stride);
    return this;
  }

  /**
   * The first step that is used. Default 0.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public TimeseriesOptions startIndex(int startIndex) {
    this.startIndex = Require.atLeast(0, "startIndex", startIndex);
    return this;
  }

  /**
   * The last step that is used. Default: the last there is.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public TimeseriesOptions endIndex(int endIndex) {
    this.endIndex = Require.atLeast(0, "endIndex", endIndex);
    return this;
  }

  /** Whether windows are drawn at random, with repetition, and not in order. Default false. */
  public TimeseriesOptions shuffle(boolean shuffle) {
    this.shuffle = shuffle;
    return this;
  }

  /** Whether time runs backwards inside a window. Default false. */
  public TimeseriesOptions reverse(boolean reverse) {
    this.reverse = reverse;
    return this;
  }

  /**
   * The number of windows in a batch; the last one may hold fewer. Default 128.
   *
   * @throws IllegalArgumentException if less than 1
   */
  public TimeseriesOptions batchSize(int batchSize) {
    this.batchSize = Require.positive("batchSize", batchSize);
    return this;
  }

  /** What {@link #shuffle} draws from: the same seed, the same windows. Default 0. */
  public TimeseriesOptions seed(long seed) {
    this.seed = seed;
    return this;
  }

  int samplingRate() {
    return samplingRate;
  }

  int stride() {
    return stride;
  }

  int startIndex() {
    return startIndex;
  }

  OptionalInt endIndex() {
    return endIndex == null ? OptionalInt.empty() : OptionalInt.of(endIndex);
  }

  boolean shuffle() {
    return shuffle;
  }

  boolean reverse() {
    return reverse;
  }

  int batchSize() {
    return batchSize;
  }

  long seed() {
    return seed;
  }
}
