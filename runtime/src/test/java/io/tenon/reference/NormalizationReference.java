package io.tenon.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Normalizations: elements that belong together are brought to one mean and variance. */
final class NormalizationReference {
  private NormalizationReference() {}

  /** Mean and variance of one set of elements. */
  record Statistics(double mean, double variance) {}

  /**
   * The statistics of each set, which a key of the position names.
   *
   * @param mask (batch, time) of 0 and 1, or null where all count
   */
  static Map<String, Statistics> statistics(
      Numbers x, Function<int[], String> set, @Nullable Numbers mask) {
    Map<String, double[]> sums = new HashMap<>();
    for (int i = 0; i < x.values.length; i++) {
      int[] at = x.position(i);
      double counts = mask == null ? 1 : mask.get(at[0], at[1]);
      double[] sum = sums.computeIfAbsent(set.apply(at), key -> new double[3]);
      sum[0] += counts;
      sum[1] += counts * x.values[i];
      sum[2] += counts * x.values[i] * x.values[i];
    }
    Map<String, Statistics> all = new HashMap<>();
    sums.forEach(
        (key, sum) -> {
          double count = mask == null ? sum[0] : sum[0] + 1e-7; // as Keras does
          double mean = sum[1] / count;
          all.put(key, new Statistics(mean, sum[2] / count - mean * mean));
        });
    return all;
  }

  /** (x - mean) / sqrt(variance + epsilon) * scale + center. */
  static Numbers normalize(
      Numbers x,
      Function<int[], Statistics> of,
      double epsilon,
      Function<int[], Double> scale,
      Function<int[], Double> center) {
    Numbers y = new Numbers(x.sizes);
    for (int i = 0; i < y.values.length; i++) {
      int[] at = y.position(i);
      Statistics set = of.apply(at);
      double normal = (x.values[i] - set.mean()) / Math.sqrt(set.variance() + epsilon);
      y.values[i] = normal * scale.apply(at) + center.apply(at);
    }
    return y;
  }

  /** The positions along some axes, as a key. */
  static String key(int[] at, int... axes) {
    return Arrays.toString(Arrays.stream(axes).map(axis -> at[axis]).toArray());
  }

  /** The element of a weight that belongs to a position along some axes. */
  static double weight(Numbers weight, int[] at, int... axes) {
    return weight.get(Arrays.stream(axes).map(axis -> at[axis]).toArray());
  }

  /** Divided by the root of the sum of squares along axes. */
  static Numbers unit(Numbers x, int... axes) {
    List<Integer> summed = Arrays.stream(axes).boxed().toList();
    Map<String, Double> squares = new HashMap<>();
    Function<int[], String> set =
        at -> {
          int[] key = at.clone();
          summed.forEach(axis -> key[axis] = 0);
          return Arrays.toString(key);
        };
    for (int i = 0; i < x.values.length; i++) {
      squares.merge(set.apply(x.position(i)), x.values[i] * x.values[i], Double::sum);
    }
    Numbers y = new Numbers(x.sizes);
    for (int i = 0; i < y.values.length; i++) {
      double square = squares.get(set.apply(x.position(i)));
      y.values[i] = x.values[i] / Math.sqrt(Math.max(square, 1e-12));
    }
    return y;
  }
}
