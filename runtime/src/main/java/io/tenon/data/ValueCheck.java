package io.tenon.data;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Looks at the values of dense arrays: the first that does not fit is refused by its sample. */
final class ValueCheck {
  private static final int CHUNK = 4096;

  private final String tensor;
  private final INDArray array;

  /**
   * A check.
   *
   * @param tensor what the array is for, such as {@code Digits.picture}
   * @param array row-major, its first axis counting the samples
   */
  ValueCheck(String tensor, INDArray array) {
    this.tensor = tensor;
    this.array = array;
  }

  /**
   * Refuses NaN and infinite values.
   *
   * @throws DataException naming sample and place
   */
  void requireFinite() {
    if (buffer() instanceof FloatBuffer floats) {
      float[] chunk = new float[Math.min(CHUNK, floats.capacity())];
      for (int from = 0; from < floats.capacity(); from += chunk.length) {
        int count = Math.min(chunk.length, floats.capacity() - from);
        floats.get(from, chunk, 0, count);
        float sum = 0; // 0 unless one is NaN or infinite
        for (int i = 0; i < count; i++) {
          sum += chunk[i] * 0;
        }
        if (sum != 0) {
          refuseFirstNotFinite(floats, from);
        }
      }
    }
  }

  private void refuseFirstNotFinite(FloatBuffer floats, int from) {
    for (int i = from; i < floats.capacity(); i++) {
      if (!Float.isFinite(floats.get(i))) {
        String value = Float.isNaN(floats.get(i)) ? "NaN" : "infinite";
        throw new DataException(
            "%s: sample %d is %s%s; mend or leave out such samples"
                .formatted(tensor, sample(i), value, place(i)));
      }
    }
  }

  /**
   * Refuses numbers that are not whole.
   *
   * @throws DataException naming sample and place
   */
  void requireWhole(String kind) {
    if (array.dataType().isFPType()) {
      for (long i = 0; i < array.length(); i++) {
        double value = array.getDouble(i);
        if (value != Math.rint(value) || Double.isInfinite(value)) {
          throw new DataException(
              "%s: sample %d is %s%s, but %s are whole numbers"
                  .formatted(tensor, sample(i), text(value), place(i), kind));
        }
      }
    }
  }

  /**
   * Refuses numbers below a least or above a largest one.
   *
   * @param kind what the numbers are
   * @throws DataException naming sample and place
   */
  void requireBetween(double least, double largest, String kind) {
    if (buffer() instanceof FloatBuffer floats) {
      for (int i = 0; i < floats.capacity(); i++) {
        if (!(floats.get(i) >= least && floats.get(i) <= largest)) {
          throw outside(i, floats.get(i), least, largest, kind);
        }
      }
    } else if (buffer() instanceof IntBuffer ints) {
      for (int i = 0; i < ints.capacity(); i++) {
        if (ints.get(i) < least || ints.get(i) > largest) {
          throw outside(i, ints.get(i), least, largest, kind);
        }
      }
    }
  }

  private DataException outside(
      int index, double value, double least, double largest, String kind) {
    return new DataException(
        "%s: sample %d is %s%s, but %s are %s to %s"
            .formatted(
                tensor,
                sample(index),
                text(value),
                place(index),
                kind,
                text(least),
                text(largest)));
  }

  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Long.toString((long) value)
        : Float.toString((float) value);
  }

  private long sample(long index) {
    return index / Math.max(1, array.length() / array.size(0));
  }

  /** Where in its sample an element lies, such as {@code at [3, 4]}; nothing if it is alone. */
  private String place(long index) {
    long[] shape = array.shape();
    if (array.length() == array.size(0)) {
      return "";
    }
    long[] place = new long[shape.length];
    long rest = index;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      place[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return Arrays.stream(place)
        .skip(1)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(", ", " at [", "]"));
  }

  /** The elements in their memory; an empty array of floats for other types. */
  private Buffer buffer() {
    return switch (array.dataType()) {
      case FLOAT -> NativeBuffers.floats(array);
      case INT -> NativeBuffers.ints(array);
      default -> FloatBuffer.allocate(0);
    };
  }
}
