package io.tenon.kernel;

import io.tenon.Padding;
import io.tenon.layer.ConvolutionTransposeSpec;
import io.tenon.onednn.Implementations;
import java.util.List;
import org.bytedeco.dnnl.convolution_forward;

/**
 * A window over spatial axes in oneDNN's terms.
 *
 * @param kernel its sizes
 * @param strides the steps it takes
 * @param dilations what lies between the elements it reads: 0 for neighbours
 * @param before how much is added before each axis
 * @param after how much is added after it
 */
@SuppressWarnings("ArrayRecordComponent") // handed to oneDNN as they are, never compared
record WindowSizes(long[] kernel, long[] strides, long[] dilations, long[] before, long[] after) {
  /**
   * A window that makes one shape of another, both (batch, spatial axes, channels). With {@link
   * Padding#SAME} what is added is split evenly, the odd one after, as TensorFlow does.
   */
  static WindowSizes of(
      long[] input,
      long[] output,
      List<Integer> sizes,
      List<Integer> strides,
      List<Integer> dilations,
      Padding padding) {
    int spatial = sizes.size();
    long[] kernel = longs(sizes);
    long[] steps = longs(strides);
    long[] gaps = new long[spatial];
    long[] before = new long[spatial];
    long[] after = new long[spatial];
    for (int i = 0; i < spatial; i++) {
      gaps[i] = dilations.get(i) - 1L;
      long reach = (kernel[i] - 1) * dilations.get(i) + 1;
      long missing = (output[i + 1] - 1) * steps[i] + reach - input[i + 1];
      switch (padding) {
        case VALID -> after[i] = missing; // negative: what the last step does not reach
        case SAME -> {
          long added = Math.max(0, missing);
          before[i] = added / 2;
          after[i] = missing - before[i];
        }
        case CAUSAL -> {
          before[i] = reach - 1;
          after[i] = missing - before[i];
        }
      }
    }
    return new WindowSizes(kernel, steps, gaps, before, after);
  }

  /**
   * A convolution on an implementation that is right. Where steps over 1 make a single column of a
   * single channel, oneDNN 3.11's "brg_conv_fwd" takes the stride for the length of a row.
   *
   * @param input what it reads, (batch, spatial axes, channels)
   * @param output what it gives
   */
  convolution_forward.primitive_desc trusted(
      convolution_forward.primitive_desc description, long[] input, long[] output) {
    int last = strides.length - 1;
    boolean narrows = input[last + 2] == 1 && output[last + 1] == 1 && strides[last] > 1;
    return narrows ? Implementations.other(description, "brg_conv_fwd") : description;
  }

  /** The window of a transposed convolution, both shapes (batch, spatial axes, channels). */
  static WindowSizes transposed(ConvolutionTransposeSpec spec, long[] input, long[] output) {
    int spatial = spec.kernelSize().size();
    long[] kernel = longs(spec.kernelSize());
    long[] steps = longs(spec.strides());
    long[] gaps = new long[spatial];
    long[] before = new long[spatial];
    long[] after = new long[spatial];
    for (int i = 0; i < spatial; i++) {
      gaps[i] = spec.dilationRate().get(i) - 1L;
      long reach = (kernel[i] - 1) * spec.dilationRate().get(i) + 1;
      before[i] = spec.before(i);
      // output = (input - 1) * stride + reach - before - after
      after[i] = (input[i + 1] - 1) * steps[i] + reach - before[i] - output[i + 1];
    }
    return new WindowSizes(kernel, steps, gaps, before, after);
  }

  private static long[] longs(List<Integer> values) {
    return values.stream().mapToLong(Integer::longValue).toArray();
  }
}
