package io.tenon.reference;

import io.tenon.Padding;
import io.tenon.layer.ConvolutionSpec;
import io.tenon.layer.ConvolutionTransposeSpec;
import io.tenon.layer.DepthwiseSpec;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.SeparableSpec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Convolutions, element by element: (batch, space, channels). */
final class ConvolutionReference {
  private ConvolutionReference() {}

  static Numbers convolution(ConvolutionSpec spec, Numbers x, List<Numbers> weights) {
    Windows windows =
        Windows.over(x, spec.kernelSize(), spec.strides(), spec.dilationRate(), spec.padding());
    Numbers sums = convolve(windows, x, weights.get(0), spec.groups());
    return finish(sums, spec.useBias() ? weights.get(1) : null, spec);
  }

  /** A kernel of (space, channels of a group, filters). */
  static Numbers convolve(Windows windows, Numbers x, Numbers kernel, int groups) {
    int filters = kernel.size(-1);
    int channels = kernel.size(-2);
    Numbers in = Windows.flat(x);
    Numbers weights = kernel.reshape(Windows.count(windows.sizes), channels, filters);
    Numbers y = new Numbers(windows.outputSizes(x, filters));
    Numbers out = Windows.flat(y);
    windows.forEach(
        (window, element, read) -> {
          for (int filter = 0; filter < filters; filter++) {
            int first = filter / (filters / groups) * channels;
            for (int sample = 0; sample < x.size(0); sample++) {
              double sum = 0;
              for (int channel = 0; channel < channels; channel++) {
                sum +=
                    in.get(sample, read, first + channel) * weights.get(element, channel, filter);
              }
              out.add(sum, sample, window, filter);
            }
          }
        });
    return y;
  }

  /** A kernel of (space, channels, multiplier). */
  static Numbers depthwise(DepthwiseSpec spec, Numbers x, List<Numbers> weights) {
    int channels = x.size(-1);
    int multiplier = spec.depthMultiplier();
    Windows windows =
        Windows.over(x, spec.kernelSize(), spec.strides(), spec.dilationRate(), spec.padding());
    Numbers in = Windows.flat(x);
    Numbers kernel = weights.get(0).reshape(Windows.count(windows.sizes), channels, multiplier);
    Numbers y = new Numbers(windows.outputSizes(x, channels * multiplier));
    Numbers out = Windows.flat(y);
    windows.forEach(
        (window, element, read) -> {
          for (int result = 0; result < channels * multiplier; result++) {
            int channel = result / multiplier;
            double weight = kernel.get(element, channel, result % multiplier);
            for (int sample = 0; sample < x.size(0); sample++) {
              out.add(in.get(sample, read, channel) * weight, sample, window, result);
            }
          }
        });
    return finish(y, spec.useBias() ? weights.get(1) : null, spec);
  }

  static Numbers separable(SeparableSpec spec, Numbers x, List<Numbers> weights) {
    Numbers between = depthwise((DepthwiseSpec) spec.depthwise(), x, weights.subList(0, 1));
    ConvolutionSpec pointwise = (ConvolutionSpec) spec.pointwise();
    return convolution(pointwise, between, weights.subList(1, weights.size()));
  }

  /**
   * What a convolution with the same kernel, (space, filters, channels), would send back to its
   * input.
   */
  static Numbers transposed(ConvolutionTransposeSpec spec, Numbers x, List<Numbers> weights) {
    int axes = spec.kernelSize().size();
    int[] space = new int[axes];
    int[] before = new int[Windows.AXES];
    for (int axis = 0; axis < axes; axis++) {
      int reach = (spec.kernelSize().get(axis) - 1) * spec.dilationRate().get(axis) + 1;
      int stride = spec.strides().get(axis);
      int in = x.size(axis + 1);
      boolean same = spec.padding() == Padding.SAME;
      if (spec.outputPadding().isEmpty()) {
        space[axis] = same ? in * stride : in * stride + Math.max(reach - stride, 0);
      } else {
        int cut = same ? 2 * (reach / 2) : 0;
        space[axis] = (in - 1) * stride + reach - cut + spec.outputPadding().get(axis);
      }
      int added = Math.max(0, (in - 1) * stride + reach - space[axis]);
      before[Windows.AXES - axes + axis] = same ? added / 2 : 0;
    }
    Windows windows =
        Windows.back(
            space,
            Arrays.copyOfRange(x.sizes, 1, axes + 1),
            spec.kernelSize(),
            spec.strides(),
            spec.dilationRate(),
            before);
    int channels = x.size(-1);
    Numbers in = Windows.flat(x);
    Numbers kernel = weights.get(0).reshape(Windows.count(windows.sizes), spec.filters(), channels);
    Numbers y = new Numbers(Windows.shape(x, windows.input, spec.filters()));
    Numbers out = Windows.flat(y);
    windows.forEach(
        (window, element, written) -> {
          for (int filter = 0; filter < spec.filters(); filter++) {
            for (int sample = 0; sample < x.size(0); sample++) {
              double sum = 0;
              for (int channel = 0; channel < channels; channel++) {
                sum += in.get(sample, window, channel) * kernel.get(element, filter, channel);
              }
              out.add(sum, sample, written, filter);
            }
          }
        });
    return finish(y, spec.useBias() ? weights.get(1) : null, spec);
  }

  private static Numbers finish(Numbers sums, @Nullable Numbers bias, LayerSpec spec) {
    if (bias != null) {
      int channels = sums.size(-1);
      Arrays.setAll(sums.values, i -> sums.values[i] + bias.values[i % channels]);
    }
    return ActivationReference.apply(spec.activation(), sums);
  }
}
