package io.tenon.reference;

import io.tenon.Padding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A window that moves over one to three spatial axes, all told as three: those that are missing
 * have size 1.
 */
final class Windows {
  static final int AXES = 3;

  final int[] input;
  final int[] output;
  final int[] sizes;
  final int[] strides;
  final int[] dilations;

  /** How many elements are added before the beginning of each axis. */
  final int[] before;

  private Windows(
      int[] input, int[] output, int[] sizes, int[] strides, int[] dilations, int[] before) {
    this.input = input;
    this.output = output;
    this.sizes = sizes;
    this.strides = strides;
    this.dilations = dilations;
    this.before = before;
  }

  /** The windows over a tensor of (batch, space, channels). */
  static Windows over(
      Numbers x, List<Integer> sizes, List<Integer> strides, List<Integer> dilations, Padding how) {
    int[] input = three(Arrays.copyOfRange(x.sizes, 1, x.rank() - 1));
    int[] size = three(sizes);
    int[] stride = three(strides);
    int[] dilation = three(dilations);
    int[] output = new int[AXES];
    int[] before = new int[AXES];
    for (int axis = 0; axis < AXES; axis++) {
      int reach = (size[axis] - 1) * dilation[axis] + 1;
      if (how == Padding.VALID) {
        output[axis] = (input[axis] - reach) / stride[axis] + 1;
      } else {
        output[axis] = (input[axis] + stride[axis] - 1) / stride[axis];
        int added = Math.max(0, (output[axis] - 1) * stride[axis] + reach - input[axis]);
        before[axis] = how == Padding.CAUSAL ? reach - 1 : added / 2;
      }
    }
    return new Windows(input, output, size, stride, dilation, before);
  }

  /** The windows of a transposed convolution: from what it gives to what it reads. */
  static Windows back(
      int[] output,
      int[] input,
      List<Integer> sizes,
      List<Integer> strides,
      List<Integer> dilations,
      int[] before) {
    return new Windows(
        three(output), three(input), three(sizes), three(strides), three(dilations), before);
  }

  /** What is done with an element of the window. */
  interface Visit {
    /**
     * Called for each window, and each of its elements that lies within the input.
     *
     * @param window where the window stands, as an index into all of them
     * @param element which element of the window
     * @param read the index, into the space of the input, of what it reads
     */
    void visit(int window, int element, int read);
  }

  void forEach(Visit visit) {
    for (int window = 0; window < count(output); window++) {
      int[] at = position(window, output);
      for (int element = 0; element < count(sizes); element++) {
        int[] within = position(element, sizes);
        int read = 0;
        boolean inside = true;
        for (int axis = 0; axis < AXES; axis++) {
          int place = at[axis] * strides[axis] + within[axis] * dilations[axis] - before[axis];
          inside &= place >= 0 && place < input[axis];
          read = read * input[axis] + place;
        }
        if (inside) {
          visit.visit(window, element, read);
        }
      }
    }
  }

  /** (batch, space, channels) with as many spatial axes as a tensor has. */
  int[] outputSizes(Numbers like, int channels) {
    return shape(like, output, channels);
  }

  static int[] shape(Numbers like, int[] space, int channels) {
    List<Integer> all = new ArrayList<>();
    all.add(like.size(0));
    int spatial = like.rank() - 2;
    for (int axis = AXES - spatial; axis < AXES; axis++) {
      all.add(space[axis]);
    }
    all.add(channels);
    return all.stream().mapToInt(Integer::intValue).toArray();
  }

  /** (batch, cells, channels). */
  static Numbers flat(Numbers x) {
    int channels = x.size(-1);
    return x.reshape(x.size(0), x.values.length / x.size(0) / channels, channels);
  }

  static int count(int[] sizes) {
    return Arrays.stream(sizes).reduce(1, Math::multiplyExact);
  }

  static int[] three(List<Integer> values) {
    return three(values.stream().mapToInt(Integer::intValue).toArray());
  }

  static int[] three(int[] values) {
    int[] all = new int[AXES];
    Arrays.fill(all, 1);
    System.arraycopy(values, 0, all, AXES - values.length, values.length);
    return all;
  }

  private static int[] position(int index, int[] sizes) {
    int[] at = new int[AXES];
    int rest = index;
    for (int axis = AXES - 1; axis >= 0; axis--) {
      at[axis] = rest % sizes[axis];
      rest /= sizes[axis];
    }
    return at;
  }
}
