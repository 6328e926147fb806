package io.tenon.reference;

import io.tenon.ActivationFunction;
import java.util.Arrays;

/** The functions of {@code keras.activations}. */
final class ActivationReference {
  private ActivationReference() {}

  /** The function of each element, or of each row along the last axis. */
  static Numbers apply(ActivationFunction function, Numbers x) {
    Numbers y = x.copy();
    if (function == ActivationFunction.SOFTMAX || function == ActivationFunction.LOG_SOFTMAX) {
      softmax(y, y.rank() - 1, function == ActivationFunction.LOG_SOFTMAX);
      return y;
    }
    if (function == ActivationFunction.SPARSEMAX) {
      sparsemax(y);
      return y;
    }
    for (int i = 0; i < y.values.length; i++) {
      y.values[i] = apply(function, y.values[i]);
    }
    return y;
  }

  static double apply(ActivationFunction function, double x) {
    return switch (function) {
      case LINEAR -> x;
      case RELU -> Math.max(x, 0);
      case RELU6 -> Math.min(Math.max(x, 0), 6);
      case SIGMOID -> sigmoid(x);
      case TANH -> Math.tanh(x);
      case SOFTPLUS -> softplus(x);
      case SOFTSIGN -> x / (Math.abs(x) + 1);
      case ELU -> x > 0 ? x : Math.expm1(x);
      case SELU -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
      case HARD_SIGMOID -> Math.max(0, Math.min(1, x / 6 + 0.5));
      case LEGACY_HARD_SIGMOID -> Math.max(0, Math.min(1, 0.2 * x + 0.5));
      case EXPONENTIAL -> Math.exp(x);
      case GELU -> x * normal(x);
      case SILU -> x * sigmoid(x);
      case LEAKY_RELU -> x > 0 ? x : 0.2 * x;
      case MISH -> x * Math.tanh(softplus(x));
      case HARD_SILU -> x * Math.max(0, Math.min(1, x / 6 + 0.5));
      case HARD_TANH -> Math.max(-1, Math.min(1, x));
      case LOG_SIGMOID -> -softplus(-x);
      case TANH_SHRINK -> x - Math.tanh(x);
      case SOFT_SHRINK -> Math.signum(x) * Math.max(Math.abs(x) - 0.5, 0);
      case HARD_SHRINK -> Math.abs(x) > 0.5 ? x : 0;
      case SQUAREPLUS -> (x + Math.hypot(x, 2)) / 2;
      case SPARSE_PLUS -> x <= -1 ? 0 : x >= 1 ? x : (x + 1) * (x + 1) / 4;
      case SPARSE_SIGMOID -> Math.max(0, Math.min(1, (x + 1) / 2));
      case SOFTMAX, LOG_SOFTMAX, SPARSEMAX ->
          throw new IllegalArgumentException("not of one element");
    };
  }

  /** max(x - t, 0) along the last axis, in place; t, for which the sum is 1, by halving. */
  private static void sparsemax(Numbers y) {
    int columns = y.sizes[y.rank() - 1];
    for (int row = 0; row < y.values.length; row += columns) {
      double[] values = Arrays.copyOfRange(y.values, row, row + columns);
      double high = Arrays.stream(values).max().orElseThrow();
      double low = high - 1;
      for (int halving = 0; halving < 100; halving++) {
        double middle = (low + high) / 2;
        double sum = Arrays.stream(values).map(x -> Math.max(x - middle, 0)).sum();
        low = sum > 1 ? middle : low;
        high = sum > 1 ? high : middle;
      }
      for (int i = 0; i < columns; i++) {
        y.values[row + i] = Math.max(values[i] - low, 0);
      }
    }
  }

  /** exp(x) / sum(exp(x)) along an axis, in place; or its logarithm. */
  static void softmax(Numbers y, int axis, boolean logarithm) {
    int length = y.sizes[axis];
    for (int i = 0; i < y.values.length; i++) {
      int[] at = y.position(i);
      if (at[axis] != 0) {
        continue;
      }
      double largest = Double.NEGATIVE_INFINITY;
      for (at[axis] = 0; at[axis] < length; at[axis]++) {
        largest = Math.max(largest, y.get(at));
      }
      double sum = 0;
      for (at[axis] = 0; at[axis] < length; at[axis]++) {
        sum += Math.exp(y.get(at) - largest);
      }
      for (at[axis] = 0; at[axis] < length; at[axis]++) {
        double shifted = y.get(at) - largest;
        y.set(logarithm ? shifted - Math.log(sum) : Math.exp(shifted) / sum, at);
      }
    }
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** P(X &lt;= x) for a standard normal X, by the trapezoidal rule. */
  private static double normal(double x) {
    int steps = 400;
    double width = x / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double t = i * width;
      sum += Math.exp(-t * t / 2) * (i == 0 || i == steps ? 0.5 : 1);
    }
    return 0.5 + sum * width / Math.sqrt(2 * Math.PI);
  }
}
