package io.tenon.reference;

import io.tenon.layer.MergeSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Merges, element by element; axes of size 1 are repeated. */
final class MergeReference {
  private MergeReference() {}

  static Numbers merge(MergeSpec.Operation operation, List<Numbers> inputs) {
    return merge(operation, inputs, Collections.nCopies(inputs.size(), null));
  }

  /**
   * What is made of tensors, perhaps masked.
   *
   * @param masks (batch, time) of 0 and 1 each; null for an input of which all counts
   */
  static Numbers merge(
      MergeSpec.Operation operation, List<Numbers> inputs, List<@Nullable Numbers> masks) {
    int rank = inputs.stream().mapToInt(Numbers::rank).max().orElseThrow();
    List<Numbers> aligned = inputs.stream().map(x -> aligned(x, rank)).toList();
    int[] sizes =
        IntStream.range(0, rank)
            .map(axis -> aligned.stream().mapToInt(x -> x.size(axis)).max().orElseThrow())
            .toArray();
    Numbers y = new Numbers(sizes);
    for (int i = 0; i < y.values.length; i++) {
      int[] at = y.position(i);
      List<Double> read = new ArrayList<>();
      List<Double> counting = new ArrayList<>();
      for (int each = 0; each < inputs.size(); each++) {
        Numbers x = aligned.get(each);
        read.add(x.get(within(at, x)));
        if (counts(masks.get(each), at)) {
          counting.add(read.get(each));
        }
      }
      y.values[i] = of(operation, read, counting);
    }
    return y;
  }

  /** Where the result counts: where one of its inputs does; null if one has no mask. */
  static @Nullable Numbers either(int time, List<@Nullable Numbers> masks) {
    Numbers first = masks.get(0);
    if (first == null || masks.contains(null)) {
      return null;
    }
    Numbers result = new Numbers(first.size(0), time);
    for (int i = 0; i < result.values.length; i++) {
      int[] at = result.position(i);
      result.values[i] = masks.stream().anyMatch(mask -> counts(mask, at)) ? 1 : 0;
    }
    return result;
  }

  /** Whether a step counts; a mask of one step is repeated. */
  private static boolean counts(@Nullable Numbers mask, int[] at) {
    return mask == null || mask.get(at[0], mask.size(1) == 1 ? 0 : at[1]) == 1;
  }

  /** With axes of size 1 behind the batch axis, as many as are missing. */
  private static Numbers aligned(Numbers x, int rank) {
    int[] sizes = new int[rank];
    Arrays.fill(sizes, 1);
    sizes[0] = x.size(0);
    System.arraycopy(x.sizes, 1, sizes, rank - x.rank() + 1, x.rank() - 1);
    return x.reshape(sizes);
  }

  private static int[] within(int[] at, Numbers x) {
    return IntStream.range(0, at.length).map(axis -> x.size(axis) == 1 ? 0 : at[axis]).toArray();
  }

  private static double of(
      MergeSpec.Operation operation, List<Double> read, List<Double> counting) {
    double sum = read.stream().reduce(0.0, Double::sum);
    return switch (operation) {
      case ADD -> sum;
      case SUBTRACT -> read.get(0) - read.get(1);
      case AVERAGE -> sum / read.size();
      case MULTIPLY -> counting.isEmpty() ? 0 : counting.stream().reduce(1.0, (a, b) -> a * b);
      case MAXIMUM -> counting.isEmpty() ? read.get(0) : Collections.max(counting);
      case MINIMUM -> counting.isEmpty() ? read.get(0) : Collections.min(counting);
    };
  }

  static Numbers concatenate(int axis, List<Numbers> inputs) {
    int[] sizes = inputs.get(0).sizes.clone();
    sizes[axis] = inputs.stream().mapToInt(x -> x.size(axis)).sum();
    Numbers y = new Numbers(sizes);
    int start = 0;
    for (Numbers x : inputs) {
      for (int i = 0; i < x.values.length; i++) {
        int[] at = x.position(i);
        at[axis] += start;
        y.set(x.values[i], at);
      }
      start += x.size(axis);
    }
    return y;
  }

  /** The sum of products along an axis of each; first the left one's other axes. */
  static Numbers dot(Numbers left, int leftAxis, Numbers right, int rightAxis, boolean normalize) {
    Numbers one = rowsOf(normalize ? NormalizationReference.unit(left, leftAxis) : left, leftAxis);
    Numbers other =
        rowsOf(normalize ? NormalizationReference.unit(right, rightAxis) : right, rightAxis);
    Numbers y = new Numbers(left.size(0), one.size(1), other.size(1));
    for (int i = 0; i < y.values.length; i++) {
      int[] at = y.position(i);
      for (int k = 0; k < one.size(2); k++) {
        y.values[i] += one.get(at[0], at[1], k) * other.get(at[0], at[2], k);
      }
    }
    int[] axes =
        IntStream.concat(
                IntStream.range(1, left.rank()).filter(i -> i != leftAxis).map(left::size),
                IntStream.range(1, right.rank()).filter(i -> i != rightAxis).map(right::size))
            .toArray();
    int[] sizes = IntStream.concat(IntStream.of(left.size(0)), Arrays.stream(axes)).toArray();
    return y.reshape(axes.length == 0 ? new int[] {left.size(0), 1} : sizes);
  }

  /** (batch, all other axes, that axis). */
  private static Numbers rowsOf(Numbers x, int axis) {
    int length = x.size(axis);
    int rows = x.values.length / x.size(0) / length;
    Numbers y = new Numbers(x.size(0), rows, length);
    int[] next = new int[x.size(0) * length];
    for (int i = 0; i < x.values.length; i++) {
      int[] at = x.position(i);
      int row = next[at[0] * length + at[axis]]++;
      y.set(x.values[i], at[0], row, at[axis]);
    }
    return y;
  }
}
