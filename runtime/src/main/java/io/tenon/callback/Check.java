package io.tenon.callback;

/** Refuses numbers that make no sense, by name. */
final class Check {
  private Check() {}

  static int notNegative(String name, int value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be 0 or more, found " + value);
    }
    return value;
  }

  static int positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, found " + value);
    }
    return value;
  }
}
