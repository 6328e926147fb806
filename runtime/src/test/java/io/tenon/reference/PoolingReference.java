package io.tenon.reference;

import io.tenon.layer.GlobalPoolingSpec;
import io.tenon.layer.PoolingSpec;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
}
