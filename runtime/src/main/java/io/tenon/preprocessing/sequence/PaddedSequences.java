package io.tenon.preprocessing.sequence;

import io.tenon.DataType;
import io.tenon.data.DataException;
import java.util.Arrays;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Lays sequences side by side in one array: cut, shifted, filled up. */
final class PaddedSequences {
  private final PadOptions options;
  private final long[] step;
  private final int width;

  /**
   * @param step the shape of one element of a sequence; empty for a number
   */
  PaddedSequences(PadOptions options, long... step) {
    this.options = options;
    this.step = step;
    this.width = Math.toIntExact(LongStream.of(step).reduce(1, Math::multiplyExact));
  }

  /** (sequences, maxlen, step) of whole numbers. */
  INDArray ofInts(int[][] sequences) {
    if (options.dtype().orElse(DataType.INT32) == DataType.FLOAT32) {
      return pad(toFloats(sequences));
    }
    int maxlen = maxlen(sequences, sequence -> sequence.length);
    int[] flat = new int[elements(sequences.length, maxlen)];
    Arrays.fill(flat, wholeValue());
    copy(sequences, sequence -> sequence.length, flat, maxlen);
    return Nd4j.createFromArray(flat).reshape('c', shape(sequences.length, maxlen));
  }

  /** (sequences, maxlen, step) of numbers. */
  INDArray ofFloats(float[][] sequences) {
    return options.dtype().orElse(DataType.FLOAT32) == DataType.INT32
        ? ofInts(toInts(sequences))
        : pad(sequences);
  }

  private INDArray pad(float[][] sequences) {
    int maxlen = maxlen(sequences, sequence -> sequence.length);
    float[] flat = new float[elements(sequences.length, maxlen)];
    Arrays.fill(flat, (float) options.value());
    copy(sequences, sequence -> sequence.length, flat, maxlen);
    return Nd4j.createFromArray(flat).reshape('c', shape(sequences.length, maxlen));
  }

  private <T> int maxlen(T[] sequences, ToIntFunction<T> length) {
    if (sequences.length == 0) {
      throw new DataException("there are no sequences to pad");
    }
    int longest = Arrays.stream(sequences).mapToInt(length).max().orElse(0) / width;
    int maxlen = options.maxlen().orElse(longest);
    if (maxlen == 0) {
      throw new DataException(
          "all %d sequences are empty; give maxlen to pad them".formatted(sequences.length));
    }
    return maxlen;
  }

  private <T> void copy(T[] sequences, ToIntFunction<T> length, T flat, int maxlen) {
    for (int i = 0; i < sequences.length; i++) {
      int found = length.applyAsInt(sequences[i]) / width;
      int kept = Math.min(found, maxlen);
      int from = options.truncating() == Side.PRE ? found - kept : 0;
      int to = i * maxlen + (options.padding() == Side.PRE ? maxlen - kept : 0);
      System.arraycopy(sequences[i], from * width, flat, to * width, kept * width);
    }
  }

  private int elements(int sequences, int maxlen) {
    long elements = (long) sequences * maxlen * width;
    if (elements > Integer.MAX_VALUE) {
      throw new DataException(
          "%d sequences of %d elements do not fit into one array; pad them in parts"
              .formatted(sequences, (long) maxlen * width));
    }
    return (int) elements;
  }

  private long[] shape(int sequences, int maxlen) {
    return LongStream.concat(LongStream.of(sequences, maxlen), LongStream.of(step)).toArray();
  }

  private int wholeValue() {
    int value = (int) options.value();
    if (value != options.value()) {
      throw new DataException(
          "value %s is no 32-bit whole number; give dtype(FLOAT32) or another value"
              .formatted(options.value()));
    }
    return value;
  }

  private static float[][] toFloats(int[][] sequences) {
    float[][] floats = new float[sequences.length][];
    for (int i = 0; i < sequences.length; i++) {
      floats[i] = new float[sequences[i].length];
      for (int j = 0; j < sequences[i].length; j++) {
        floats[i][j] = sequences[i][j];
      }
    }
    return floats;
  }

  private static int[][] toInts(float[][] sequences) {
    int[][] ints = new int[sequences.length][];
    for (int i = 0; i < sequences.length; i++) {
      ints[i] = new int[sequences[i].length];
      for (int j = 0; j < sequences[i].length; j++) {
        ints[i][j] = (int) sequences[i][j];
      }
    }
    return ints;
  }
}
