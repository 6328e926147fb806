package io.tenon.preprocessing.image;

import java.util.SplittableRandom;

/** Numbers from one to another, to draw from. */
record Range(double from, double to) {
  /** As far to either side of a middle. */
  static Range around(double middle, double reach) {
    return new Range(middle - reach, middle + reach);
  }

  static Range ordered(String name, double from, double to) {
    if (!(Double.isFinite(from) && Double.isFinite(to) && from <= to)) {
      throw new IllegalArgumentException(
          "%s must go from one number up to another, found %s to %s".formatted(name, from, to));
    }
    return new Range(from, to);
  }

  double draw(SplittableRandom random) {
    return from < to ? random.nextDouble(from, to) : from;
  }
}
