package io.tenon.reference;

import io.tenon.layer.AdditiveAttention;
import io.tenon.layer.Attention;
import io.tenon.layer.AttentionSpec;
import io.tenon.layer.MultiHeadAttention;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attention: for each query a mean of the values, weighted by how alike query and key are. */
final class AttentionReference {
  private AttentionReference() {}

  /** How alike one feature of a query and of a key are. */
  private interface Likeness {
    double of(double query, double key, int feature);
  }

  /** Masks of query and value, or none. */
  static Numbers attention(
      Attention.Spec spec, List<Numbers> inputs, List<Numbers> weights, List<Numbers> masks) {
    double scale = spec.useScale() ? weights.get(0).values[0] : 1;
    if (spec.scoreMode() == Attention.ScoreMode.DOT) {
      return attention(spec, inputs, masks, (left, right, k) -> scale * left * right);
    }
    double last = weights.get(weights.size() - 1).values[0];
    return attention(
        spec, inputs, masks, (left, right, k) -> last * Math.tanh(scale * (left + right)));
  }

  /** Masks of query and value, or none. */
  static Numbers attention(
      AdditiveAttention.Spec spec,
      List<Numbers> inputs,
      List<Numbers> weights,
      List<Numbers> masks) {
    return attention(
        spec,
        inputs,
        masks,
        (left, right, k) ->
            Math.tanh(left + right) * (spec.useScale() ? weights.get(0).get(k) : 1));
  }

  private static Numbers attention(
      AttentionSpec spec, List<Numbers> inputs, List<Numbers> masks, Likeness likeness) {
    Numbers query = inputs.get(0);
    Numbers value = inputs.get(Math.min(1, inputs.size() - 1));
    Numbers key = inputs.get(inputs.size() - 1);
    Numbers scores = new Numbers(query.size(0), query.size(1), key.size(1));
    for (int i = 0; i < scores.values.length; i++) {
      int[] at = scores.position(i);
      for (int k = 0; k < query.size(2); k++) {
        scores.values[i] += likeness.of(query.get(at[0], at[1], k), key.get(at[0], at[2], k), k);
      }
    }
    Numbers valueMask = masks.isEmpty() ? null : masks.get(Math.min(1, inputs.size() - 1));
    Numbers mean = mean(scores, value, null, valueMask, null, spec.useCausalMask());
    if (!masks.isEmpty()) {
      Arrays.setAll(
          mean.values,
          i -> {
            int[] at = mean.position(i);
            return mean.values[i] * masks.get(0).get(at[0], at[1]);
          });
    }
    return mean;
  }

  /**
   * Attention along some axes: along the others, each place is a sample of its own.
   *
   * @param axes in ascending order
   */
  static Numbers heads(
      MultiHeadAttention.Spec spec,
      List<Integer> axes,
      List<Numbers> inputs,
      List<Numbers> weights,
      List<Numbers> masks) {
    Numbers query = inputs.get(0);
    List<Numbers> series = inputs.stream().map(x -> series(x, axes)).toList();
    List<Numbers> each =
        masks.stream().map(mask -> repeated(mask, series.get(0).size(0) / query.size(0))).toList();
    Numbers found = heads(spec, series, weights, each);
    int[] sizes = query.sizes.clone();
    sizes[sizes.length - 1] = found.size(2);
    Numbers y = new Numbers(sizes);
    Arrays.setAll(
        y.values,
        i -> {
          int[] at = y.position(i);
          return found.get(
              place(at, query, axes, false), place(at, query, axes, true), at[at.length - 1]);
        });
    return y;
  }

  /** (samples and places along other axes, places along the axes, features). */
  private static Numbers series(Numbers x, List<Integer> axes) {
    int steps = axes.stream().mapToInt(x::size).reduce(1, (a, b) -> a * b);
    Numbers y = new Numbers(x.values.length / steps / x.size(-1), steps, x.size(-1));
    for (int i = 0; i < x.values.length; i++) {
      int[] at = x.position(i);
      y.set(x.values[i], place(at, x, axes, false), place(at, x, axes, true), at[at.length - 1]);
    }
    return y;
  }

  /** The number of a place along the attended axes, or along the others with the batch. */
  private static int place(int[] at, Numbers x, List<Integer> axes, boolean attended) {
    int place = 0;
    for (int axis = 0; axis < at.length - 1; axis++) {
      if (axes.contains(axis) == attended) {
        place = place * x.size(axis) + at[axis];
      }
    }
    return place;
  }

  private static Numbers repeated(Numbers mask, int times) {
    Numbers all = new Numbers(mask.size(0) * times, mask.size(1));
    Arrays.setAll(all.values, i -> mask.get(all.position(i)[0] / times, all.position(i)[1]));
    return all;
  }

  /** Masks of query, value and key, as many as there are inputs, or none. */
  static Numbers heads(
      MultiHeadAttention.Spec spec,
      List<Numbers> inputs,
      List<Numbers> weights,
      List<Numbers> masks) {
    int each = spec.useBias() ? 2 : 1;
    int heads = spec.numHeads();
    Numbers query = inputs.get(0);
    Numbers value = inputs.get(Math.min(1, inputs.size() - 1));
    Numbers key = inputs.get(inputs.size() - 1);
    Numbers q = project(query, weights.subList(0, each));
    Numbers k = project(key, weights.subList(each, 2 * each));
    Numbers v = project(value, weights.subList(2 * each, 3 * each));
    int size = spec.valueDim();
    Numbers joined = new Numbers(query.size(0), query.size(1), heads * size);
    for (int head = 0; head < heads; head++) {
      Numbers ones = part(q, head, spec.keyDim());
      Numbers others = part(k, head, spec.keyDim());
      Numbers scores = new Numbers(query.size(0), query.size(1), key.size(1));
      for (int i = 0; i < scores.values.length; i++) {
        int[] at = scores.position(i);
        for (int f = 0; f < spec.keyDim(); f++) {
          scores.values[i] +=
              ones.get(at[0], at[1], f) * others.get(at[0], at[2], f) / Math.sqrt(spec.keyDim());
        }
      }
      Numbers mean =
          mean(
              scores,
              part(v, head, size),
              masks.isEmpty() ? null : masks.get(0),
              masks.isEmpty() ? null : masks.get(Math.min(1, inputs.size() - 1)),
              masks.size() < 3 ? null : masks.get(2),
              spec.useCausalMask());
      for (int i = 0; i < mean.values.length; i++) {
        int[] at = mean.position(i);
        joined.set(mean.values[i], at[0], at[1], head * size + at[2]);
      }
    }
    return project(joined, weights.subList(3 * each, 4 * each));
  }

  /** x times a kernel with any axes before and behind the one that is summed over. */
  private static Numbers project(Numbers x, List<Numbers> weights) {
    int features = x.size(-1);
    int width = weights.get(0).values.length / features;
    Numbers kernel = weights.get(0).reshape(features, width);
    return DenseReference.linear(x, kernel, weights.size() > 1 ? weights.get(1) : null);
  }

  private static Numbers part(Numbers x, int head, int size) {
    Numbers part = new Numbers(x.size(0), x.size(1), size);
    Arrays.setAll(
        part.values,
        i -> {
          int[] at = part.position(i);
          return x.get(at[0], at[1], head * size + at[2]);
        });
    return part;
  }

  /** What is hidden has a billion less; a float then knows no differences any more. */
  private static Numbers mean(
      Numbers scores,
      Numbers value,
      @Nullable Numbers queryMask,
      @Nullable Numbers valueMask,
      @Nullable Numbers keyMask,
      boolean causal) {
    Numbers shares = scores.copy();
    for (int i = 0; i < shares.values.length; i++) {
      int[] at = shares.position(i);
      boolean hidden =
          causal && at[2] > at[1]
              || queryMask != null && queryMask.get(at[0], at[1]) == 0
              || valueMask != null && valueMask.get(at[0], at[2]) == 0
              || keyMask != null && keyMask.get(at[0], at[2]) == 0;
      shares.values[i] = hidden ? -1e9 : shares.values[i];
    }
    ActivationReference.softmax(shares, 2, false);
    Numbers mean = new Numbers(scores.size(0), scores.size(1), value.size(2));
    for (int i = 0; i < mean.values.length; i++) {
      int[] at = mean.position(i);
      for (int step = 0; step < value.size(1); step++) {
        mean.values[i] += shares.get(at[0], at[1], step) * value.get(at[0], step, at[2]);
      }
    }
    return mean;
  }
}
