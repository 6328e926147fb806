package io.tenon.loss;

/** Labels moved a little from certainty. */
final class Smoothing {
  private Smoothing() {}

  static void require(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("labelSmoothing must be 0 to 1, found " + share);
    }
  }

  /** A label, moved by a share of the way to the even distribution over so many classes. */
  static double smooth(double label, double share, int classes) {
    return label * (1 - share) + share / classes;
  }
}
