package io.tenon.data;

/** Refuses numbers that make no sense, by name. */
final class Sizes {
  private Sizes() {}

  static void positive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, found " + value);
    }
  }

  static void notNegative(String name, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be 0 or more, found " + value);
    }
  }
}
