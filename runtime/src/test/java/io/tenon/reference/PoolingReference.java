package io.tenon.reference;

import io.tenon.layer.AdaptivePoolingSpec;
import io.tenon.layer.GlobalPoolingSpec;
import io.tenon.layer.PoolingSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Poolings: what is added at the border is neither counted nor compared. */
final class PoolingReference {
  private PoolingReference() {}

  static Numbers windows(PoolingSpec spec, Numbers x) {
    List<Integer> neighbours = Collections.nCopies(spec.poolSize().size(), 1);
    Windows windows = Windows.over(x, spec.poolSize(), spec.strides(), neighbours, spec.padding());
    int channels = x.size(-1);
    Numbers in = Windows.flat(x);
    Numbers y = new Numbers(windows.outputSizes(x, channels));
    Numbers out = Windows.flat(y);
    Numbers counts = new Numbers(out.sizes);
    boolean largest = spec.kind() == PoolingSpec.Kind.MAX;
    if (largest) {
      Arrays.fill(out.values, Double.NEGATIVE_INFINITY);
    }
    windows.forEach(
        (window, element, read) -> {
          for (int sample = 0; sample < x.size(0); sample++) {
            for (int channel = 0; channel < channels; channel++) {
              double value = in.get(sample, read, channel);
              double before = out.get(sample, window, channel);
              out.set(largest ? Math.max(before, value) : before + value, sample, window, channel);
              counts.add(1, sample, window, channel);
            }
          }
        });
    if (!largest) {
      Arrays.setAll(out.values, i -> out.values[i] / counts.values[i]);
    }
    return y;
  }

  /** Over all of the space; with a mask, (batch, time), the mean of the steps that count. */
  static Numbers global(GlobalPoolingSpec spec, Numbers x, @Nullable Numbers mask) {
    Numbers in = Windows.flat(x);
    int[] sizes = x.sizes.clone();
    Arrays.fill(sizes, 1, sizes.length - 1, 1);
    Numbers y = new Numbers(sizes);
    for (int sample = 0; sample < in.size(0); sample++) {
      for (int channel = 0; channel < in.size(2); channel++) {
        double largest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double count = 0;
        for (int cell = 0; cell < in.size(1); cell++) {
          double counts = mask == null ? 1 : mask.get(sample, cell);
          largest = Math.max(largest, in.get(sample, cell, channel));
          sum += counts * in.get(sample, cell, channel);
          count += counts;
        }
        y.values[sample * in.size(2) + channel] =
            spec.kind() == PoolingSpec.Kind.MAX ? largest : sum / count;
      }
    }
    return spec.keepdims() ? y : y.reshape(in.size(0), in.size(2));
  }

  /** As many windows as the result has places; each goes over all that it touches. */
  static Numbers adaptive(AdaptivePoolingSpec spec, Numbers x) {
    int[] sizes = x.sizes.clone();
    for (int axis = 0; axis < spec.outputSize().size(); axis++) {
      sizes[axis + 1] = spec.outputSize().get(axis);
    }
    Numbers y = new Numbers(sizes);
    for (int i = 0; i < y.values.length; i++) {
      int[] place = y.position(i);
      double[] touched =
          IntStream.range(0, x.values.length)
              .filter(j -> touches(x.position(j), x.sizes, place, sizes))
              .mapToDouble(j -> x.values[j])
              .toArray();
      y.values[i] =
          spec.kind() == PoolingSpec.Kind.MAX
              ? Arrays.stream(touched).max().orElseThrow()
              : Arrays.stream(touched).average().orElseThrow();
    }
    return y;
  }

  /** Whether an element, as the part of the axis from at / from to (at + 1) / from, is touched. */
  private static boolean touches(int[] at, int[] from, int[] place, int[] to) {
    boolean touches = at[0] == place[0] && at[at.length - 1] == place[at.length - 1];
    for (int axis = 1; axis < at.length - 1; axis++) {
      touches &=
          at[axis] * to[axis] < (place[axis] + 1) * from[axis]
              && (at[axis] + 1) * to[axis] > place[axis] * from[axis];
    }
    return touches;
  }
}
