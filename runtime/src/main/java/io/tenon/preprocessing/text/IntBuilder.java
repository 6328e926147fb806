package io.tenon.preprocessing.text;

import java.util.Arrays;

/** Whole numbers, as many as come. */
final class IntBuilder {
  private static final int FIRST_SIZE = 16;

  private int[] values = new int[FIRST_SIZE];
  private int size;

  void add(int value) {
    withRoomFor(1)[size++] = value;
  }

  /** The numbers, with room for more of them behind, to be written there. */
  int[] withRoomFor(int more) {
    if (values.length - size < more) {
      values = Arrays.copyOf(values, Math.max(size * 2, Math.addExact(size, more)));
    }
    return values;
  }

  int size() {
    return size;
  }

  /** How many there are after some have been written. */
  void setSize(int size) {
    this.size = size;
  }

  void clear() {
    size = 0;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
