package io.tenon.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Axes of an array, the batch axis being 0. */
final class Axes {
  private Axes() {}

  /** The index of an axis; negative ones count from the end. */
  static int of(int axis, long[] shape) {
    return axis < 0 ? shape.length + axis : axis;
  }

  /** The indices of axes, in ascending order. */
  static int[] of(List<Integer> axes, long[] shape) {
    return axes.stream().mapToInt(axis -> of(axis, shape)).sorted().toArray();
  }

  /** All but one. */
  static int[] allBut(int axis, long[] shape) {
    return IntStream.range(0, shape.length).filter(other -> other != axis).toArray();
  }

  /** The sizes of some axes, the others being 1: what is the same along these. */
  static long[] only(int[] axes, long[] shape) {
    long[] sizes = new long[shape.length];
    Arrays.fill(sizes, 1);
    for (int axis : axes) {
      sizes[axis] = shape[axis];
    }
    return sizes;
  }

  /** The number of elements along the axes from one on, before another. */
  static long elements(long[] shape, int from, int before) {
    return Arrays.stream(shape, from, before).reduce(1, Math::multiplyExact);
  }
}
