package io.tenon.reference;

import io.tenon.layer.Dense;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dense: along the last axis, activation(x * kernel + bias). */
final class DenseReference {
  private DenseReference() {}

  static Numbers run(Dense.Spec spec, Numbers x, List<Numbers> weights) {
    Numbers sums = linear(x, weights.get(0), spec.useBias() ? weights.get(1) : null);
    return ActivationReference.apply(spec.activation(), sums);
  }

  /** x * kernel + bias: (..., features) to (..., units). */
  static Numbers linear(Numbers x, Numbers kernel, @Nullable Numbers bias) {
    int features = kernel.size(0);
    int units = kernel.size(1);
    int[] sizes = x.sizes.clone();
    sizes[sizes.length - 1] = units;
    Numbers y = new Numbers(sizes);
    for (int row = 0; row < x.values.length / features; row++) {
      for (int unit = 0; unit < units; unit++) {
        double sum = bias == null ? 0 : bias.values[unit];
        for (int feature = 0; feature < features; feature++) {
          sum += x.values[row * features + feature] * kernel.get(feature, unit);
        }
        y.values[row * units + unit] = sum;
      }
    }
    return y;
  }
}
