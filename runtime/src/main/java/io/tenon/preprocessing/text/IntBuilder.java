package io.tenon.preprocessing.text;

import java.util.Arrays;

/** Whole numbers, as many as come. */
final class IntBuilder {
  private static final int FIRST_SIZE = 16;

  private int[] values = new int[FIRST_SIZE];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  void clear() {
    size = 0;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
