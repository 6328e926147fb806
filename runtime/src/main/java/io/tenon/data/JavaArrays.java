package io.tenon.data;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Makes INDArrays of Java's arrays: float32 of floats and doubles, int32 of ints. */
public final class JavaArrays {
  private JavaArrays() {}

  /**
   * An array of the same shape.
   *
   * @param array an array of floats, doubles or ints, or of such arrays, at any depth
   * @throws DataException if it is no such array, or its rows are not all as long, naming the row
   */
  public static INDArray of(Object array) {
    if (array instanceof INDArray ready) {
      return ready;
    }
    Class<?> element = array.getClass();
    List<Long> sizes = new ArrayList<>();
    Object first = array;
    while (element.isArray()) {
      element = element.getComponentType();
      int size = first == null ? 0 : Array.getLength(first);
      sizes.add((long) size);
      first = size == 0 || element.isPrimitive() ? null : Array.get(first, 0);
    }
    long[] shape = sizes.stream().mapToLong(Long::longValue).toArray();
    int count = 1;
    for (long size : shape) {
      count = Math.multiplyExact(count, Math.toIntExact(size));
    }
    if (element == int.class) {
      int[] flat = new int[count];
      fill(array, shape, 0, flat, 0, "");
      return count == 0
          ? Nd4j.create(org.nd4j.linalg.api.buffer.DataType.INT32, shape)
          : Nd4j.createFromArray(flat).reshape('c', shape);
    }
    if (element != float.class && element != double.class) {
      throw new DataException(
          "expected an array of floats, doubles or ints, found "
              + array.getClass().getSimpleName());
    }
    float[] flat = new float[count];
    fill(array, shape, 0, flat, 0, "");
    return count == 0
        ? Nd4j.create(org.nd4j.linalg.api.buffer.DataType.FLOAT, shape)
        : Nd4j.createFromArray(flat).reshape('c', shape);
  }

  /** Copies an array and those in it, and gives where the next one goes. */
  private static int fill(
      Object from, long[] shape, int depth, Object to, int start, String place) {
    int size = Array.getLength(from);
    if (size != shape[depth]) {
      throw new DataException(
          "the array at %s has %d elements, but the first one %d; all need as many"
              .formatted(place, size, shape[depth]));
    }
    int next = start;
    if (depth < shape.length - 1) {
      for (int i = 0; i < size; i++) {
        next = fill(Array.get(from, i), shape, depth + 1, to, next, place + "[" + i + "]");
      }
      return next;
    }
    if (from instanceof double[] doubles) {
      for (double value : doubles) {
        ((float[]) to)[next++] = (float) value;
      }
      return next;
    }
    System.arraycopy(from, 0, to, start, size);
    return start + size;
  }
}
