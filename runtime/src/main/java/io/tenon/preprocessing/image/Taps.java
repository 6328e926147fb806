package io.tenon.preprocessing.image;

/** The pixels of one axis that a coordinate lies between, and what each counts for. */
final class Taps {
  /** The pixels. */
  final int[] at;

  /** What each counts for; together 1. */
  final double[] weights;

  private final int order;
  private final FillMode fillMode;
  private final int length;

  Taps(int order, FillMode fillMode, int length) {
    this.order = order;
    this.fillMode = fillMode;
    this.length = length;
    this.at = new int[order + 1];
    this.weights = new double[order + 1];
  }

  /** Moves to a coordinate; false if it is outside, where the constant stands. */
  boolean place(double coordinate) {
    double mapped = fillMode.map(coordinate, length);
    if (fillMode == FillMode.CONSTANT && mapped == FillMode.OUTSIDE) {
      return false;
    }
    int first = (int) Math.floor(order % 2 == 1 ? mapped : mapped + 0.5) - order / 2;
    for (int i = 0; i <= order; i++) {
      at[i] = fillMode.tap(first + i, length);
      weights[i] = spline(order, mapped - (first + i));
    }
    return true;
  }

  /** The central B-spline of an order: its definition by differences of powers, order below 6. */
  private static double spline(int order, double x) {
    if (order == 0) {
      return 1;
    }
    double half = (order + 1) / 2.0;
    double sum = 0;
    double binomial = 1;
    double factorial = 1;
    for (int k = 0; k <= order + 1; k++) {
      double base = Math.abs(x) + half - k;
      if (base > 0) {
        sum += (k % 2 == 0 ? binomial : -binomial) * Math.pow(base, order);
      }
      binomial = binomial * (order + 1 - k) / (k + 1);
      factorial *= k >= 1 && k <= order ? k : 1;
    }
    return sum / factorial;
  }
}
