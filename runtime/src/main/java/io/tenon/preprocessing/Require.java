package io.tenon.preprocessing;

/** What options are held to. Each gives the value back, so that a setter stays one line. */
public final class Require {
  private Require() {}

  /**
   * A whole number of at least 1.
   *
   * @throws IllegalArgumentException if it is less
   */
  public static int positive(String name, int value) {
    return atLeast(1, name, value);
  }

  /**
   * A whole number of at least some bound.
   *
   * @throws IllegalArgumentException if it is less
   */
  public static int atLeast(int bound, String name, int value) {
    if (value < bound) {
      throw new IllegalArgumentException(
          "%s must be %d or more, found %d".formatted(name, bound, value));
    }
    return value;
  }

  /**
   * A finite number of at least 0.
   *
   * @throws IllegalArgumentException if it is less, infinite or not a number
   */
  public static double notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be 0 or more, found " + value);
    }
    return value;
  }

  /**
   * A finite number.
   *
   * @throws IllegalArgumentException if it is infinite or not a number
   */
  public static double finite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number, found " + value);
    }
    return value;
  }
}
