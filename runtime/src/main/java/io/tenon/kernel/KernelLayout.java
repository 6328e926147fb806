package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import java.util.List;
import org.bytedeco.dnnl.memory;

/**
 * A convolution kernel as Keras keeps it, (spatial axes, channels / groups, filters), seen with its
 * axes as oneDNN orders them: ([groups,] filters / groups, channels / groups, spatial axes).
 */
@SuppressWarnings("ArrayRecordComponent") // handed to oneDNN as they are, never compared
record KernelLayout(long[] sizes, memory.desc layout) {
  static KernelLayout of(long channels, long filters, int groups, List<Integer> kernelSize) {
    int spatial = kernelSize.size();
    long perGroup = channels / groups;
    int grouped = groups > 1 ? 1 : 0;
    long[] sizes = new long[spatial + 2 + grouped];
    long[] strides = new long[sizes.length];
    if (groups > 1) {
      sizes[0] = groups;
      strides[0] = filters / groups;
    }
    sizes[grouped] = filters / groups;
    strides[grouped] = 1;
    sizes[grouped + 1] = perGroup;
    strides[grouped + 1] = filters;
    long stride = perGroup * filters;
    for (int i = spatial - 1; i >= 0; i--) {
      sizes[grouped + 2 + i] = kernelSize.get(i);
      strides[grouped + 2 + i] = stride;
      stride *= kernelSize.get(i);
    }
    return new KernelLayout(sizes, OneDnn.strided(sizes, strides));
  }

  /**
   * A kernel of each channel by itself, (spatial axes, channels, multiplier), seen as (channels,
   * multiplier, 1, spatial axes).
   */
  static KernelLayout depthwise(long channels, long multiplier, List<Integer> kernelSize) {
    int spatial = kernelSize.size();
    long[] sizes = new long[spatial + 3];
    long[] strides = new long[sizes.length];
    sizes[0] = channels;
    strides[0] = multiplier;
    sizes[1] = multiplier;
    strides[1] = 1;
    sizes[2] = 1;
    strides[2] = 1;
    long stride = channels * multiplier;
    for (int i = spatial - 1; i >= 0; i--) {
      sizes[3 + i] = kernelSize.get(i);
      strides[3 + i] = stride;
      stride *= kernelSize.get(i);
    }
    return new KernelLayout(sizes, OneDnn.strided(sizes, strides));
  }

  /**
   * A kernel of a transposed convolution, (spatial axes, filters, channels), seen as (filters,
   * channels, spatial axes).
   */
  static KernelLayout transposed(long channels, long filters, List<Integer> kernelSize) {
    KernelLayout turned = of(filters, channels, 1, kernelSize);
    long[] sizes = turned.sizes.clone();
    long[] strides = new long[sizes.length];
    sizes[0] = filters;
    sizes[1] = channels;
    strides[0] = channels;
    strides[1] = 1;
    long stride = channels * filters;
    for (int i = kernelSize.size() - 1; i >= 0; i--) {
      strides[2 + i] = stride;
      stride *= kernelSize.get(i);
    }
    return new KernelLayout(sizes, OneDnn.strided(sizes, strides));
  }
}
