package io.tenon.preprocessing.sequence;

import io.tenon.data.DataException;
import io.tenon.preprocessing.Require;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Functions on sequences: Keras's {@code preprocessing.sequence}.
 *
 * <pre>{@code
 * padSequences(new int[][] {{1}, {2, 3}, {4, 5, 6}}, pad -> pad.maxlen(2))   // 0 1 | 2 3 | 5 6
 * }</pre>
 */
public final class Sequences {
  private static final double EULER_GAMMA = 0.577;

  private Sequences() {}

  /** {@link #padSequences(int[][], Consumer)} to the length of the longest, filled up before. */
  public static INDArray padSequences(int[][] sequences) {
    return padSequences(sequences, pad -> {});
  }

  /**
   * Brings sequences to one length: (sequences, maxlen), int32. Keras's {@code pad_sequences}.
   *
   * @throws DataException if there are no sequences, all are empty and no length is given, or the
   *     value to fill in is no whole number
   */
  public static INDArray padSequences(int[][] sequences, Consumer<? super PadOptions> options) {
    return new PaddedSequences(read(options)).ofInts(sequences);
  }

  /** {@link #padSequences(float[][], Consumer)} to the length of the longest, filled up before. */
  public static INDArray padSequences(float[][] sequences) {
    return padSequences(sequences, pad -> {});
  }

  /**
   * Brings sequences to one length: (sequences, maxlen), float32.
   *
   * @throws DataException if there are no sequences, or all are empty and no length is given
   */
  public static INDArray padSequences(float[][] sequences, Consumer<? super PadOptions> options) {
    return new PaddedSequences(read(options)).ofFloats(sequences);
  }

  /** {@link #padSequences(List, Consumer)} to the length of the longest, filled up before. */
  public static INDArray padSequences(List<INDArray> sequences) {
    return padSequences(sequences, pad -> {});
  }

  /**
   * Brings sequences of numbers, vectors or anything else to one length: from (time, ...) each to
   * (sequences, maxlen, ...), int32 if the first one holds whole numbers and float32 if not.
   *
   * @throws DataException if there are no sequences, or they differ in more than their lengths
   */
  public static INDArray padSequences(
      List<INDArray> sequences, Consumer<? super PadOptions> options) {
    if (sequences.isEmpty()) {
      throw new DataException("there are no sequences to pad");
    }
    long[] step = step(sequences.get(0));
    for (int i = 1; i < sequences.size(); i++) {
      if (!Arrays.equals(step, step(sequences.get(i)))) {
        throw new DataException(
            "sequence %d has elements of shape %s, but sequence 0 of %s; they must agree"
                .formatted(i, Arrays.toString(step(sequences.get(i))), Arrays.toString(step)));
      }
    }
    PaddedSequences padded = new PaddedSequences(read(options), step);
    if (sequences.get(0).dataType().isIntType()) {
      return padded.ofInts(
          sequences.stream()
              .map(array -> array.castTo(DataType.INT32).dup('c').data().asInt())
              .toArray(int[][]::new));
    }
    return padded.ofFloats(
        sequences.stream()
            .map(array -> array.castTo(DataType.FLOAT).dup('c').data().asFloat())
            .toArray(float[][]::new));
  }

  /** {@link #slidingWindows(INDArray, int, int)} that begin at every step. */
  public static INDArray slidingWindows(INDArray series, int length) {
    return slidingWindows(series, length, 1);
  }

  /**
   * All windows of a long sequence, from (time, ...) to (windows, length, ...), of the same type.
   *
   * @param stride how many steps each begins after the one before
   * @throws IllegalArgumentException if length or stride is less than 1
   * @throws DataException if the window is longer than the sequence
   */
  public static INDArray slidingWindows(INDArray series, int length, int stride) {
    Require.positive("length", length);
    Require.positive("stride", stride);
    TimeSteps steps = TimeSteps.of("series", series);
    if (length > steps.count()) {
      throw new DataException(
          "a window of %d steps is longer than the series of %d; give a shorter one"
              .formatted(length, steps.count()));
    }
    int[] starts = new int[(steps.count() - length) / stride + 1];
    Arrays.setAll(starts, window -> window * stride);
    return steps.windows(starts, length, 1, false);
  }

  /** {@link #skipgrams(int[], int, Consumer)} with the defaults. */
  public static SkipGrams skipgrams(int[] sequence, int vocabularySize) {
    return skipgrams(sequence, vocabularySize, skip -> {});
  }

  /**
   * Pairs of words that stand near each other, and pairs drawn at random, to learn embeddings from.
   * Keras's {@code skipgrams}. Word 0 stands for none and is left out; where nothing is left, the
   * arrays have no rows.
   *
   * @param sequence the numbers of words
   * @param vocabularySize one more than the largest number of a word
   * @throws DataException if a word is negative or not of the vocabulary
   */
  public static SkipGrams skipgrams(
      int[] sequence, int vocabularySize, Consumer<? super SkipGramOptions> options) {
    Require.atLeast(2, "vocabularySize", vocabularySize);
    SkipGramOptions read = new SkipGramOptions();
    options.accept(read);
    return new SkipGramSampler(sequence, vocabularySize, read).sample();
  }

  /** {@link #makeSamplingTable(int, double)} with Keras's factor, 1e-5. */
  public static INDArray makeSamplingTable(int size) {
    return makeSamplingTable(size, 1e-5);
  }

  /**
   * How likely {@link #skipgrams} should keep a word, by its rank in frequency, if frequencies go
   * by Zipf's law: (size), float64. Keras's {@code make_sampling_table}.
   *
   * @param samplingFactor above 0; the smaller, the fewer of the frequent words stay
   * @throws IllegalArgumentException if size is less than 1, or the factor not above 0
   */
  public static INDArray makeSamplingTable(int size, double samplingFactor) {
    Require.positive("size", size);
    if (!(samplingFactor > 0 && samplingFactor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "samplingFactor must be above 0 and finite, found " + samplingFactor);
    }
    double[] table = new double[size];
    for (int i = 0; i < size; i++) {
      // Rank 0 stands for no word; it is given the rate of the most frequent one.
      int rank = Math.max(1, i);
      double inverse = rank * (Math.log(rank) + EULER_GAMMA) + 0.5 - 1.0 / (12.0 * rank);
      double frequency = samplingFactor * inverse;
      table[i] = Math.min(1, frequency / Math.sqrt(frequency));
    }
    return Nd4j.createFromArray(table);
  }

  private static PadOptions read(Consumer<? super PadOptions> options) {
    PadOptions read = new PadOptions();
    options.accept(read);
    return read;
  }

  private static long[] step(INDArray sequence) {
    if (sequence.rank() < 1) {
      throw new DataException("a sequence needs an axis of time, found a single number");
    }
    return Arrays.copyOfRange(sequence.shape(), 1, sequence.rank());
  }
}
