package io.tenon.metric;

/** What is taken for a curve between two of its points, as Keras's {@code summation_method}. */
public enum Summation {
  /** A line; for precision over recall, what is between when true and false positives change so. */
  INTERPOLATION,
  /** The lower of both. */
  MINORING,
  /** The higher of both. */
  MAJORING;

  double between(double one, double other) {
    return switch (this) {
      case INTERPOLATION -> (one + other) / 2;
      case MINORING -> Math.min(one, other);
      case MAJORING -> Math.max(one, other);
    };
  }
}
