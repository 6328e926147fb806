package io.tenon.preprocessing.text;

import java.util.Arrays;

/**
 * Numbers for words in the order in which they are first met, found by their characters: no string
 * is made, and a look-up touches three places in memory. Open addressing, a power of two of slots,
 * at most half of them taken.
 */
final class WordTable {
  private static final int FIRST_SIZE = 1024;
  private static final int NONE = -1;
  // Spreads hashes of neighbouring words over the slots (Fibonacci hashing).
  private static final int SPREAD = 0x9E3779B9;

  /** The hash of a word above, one more than its number below; 0 for a slot that is free. */
  private long[] slots = new long[2 * FIRST_SIZE];

  private char[] characters = new char[8 * FIRST_SIZE];

  /** Where in the characters each word begins; where the next would. */
  private int[] starts = new int[FIRST_SIZE + 1];

  private int size;

  /** How many words there are. */
  int size() {
    return size;
  }

  /** The word of a number. */
  String word(int number) {
    return String.valueOf(characters, starts[number], starts[number + 1] - starts[number]);
  }

  /** The number of a word, or -1 if it has none. */
  int find(char[] chars, int from, int to) {
    int hash = hash(chars, from, to);
    return (int) slots[slot(chars, from, to, hash)] - 1;
  }

  /** The number of a word, the next one if it had none. */
  int findOrAdd(char[] chars, int from, int to) {
    int hash = hash(chars, from, to);
    int slot = slot(chars, from, to, hash);
    int found = (int) slots[slot] - 1;
    return found == NONE ? add(slot, hash, chars, from, to) : found;
  }

  private int add(int slot, int hash, char[] chars, int from, int to) {
    int number = size++;
    int start = starts[number];
    int end = Math.addExact(start, to - from);
    if (end > characters.length) {
      characters = Arrays.copyOf(characters, (int) Math.min(Integer.MAX_VALUE - 8, end * 2L));
    }
    System.arraycopy(chars, from, characters, start, to - from);
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[size] = end;
    slots[slot] = (long) hash << 32 | size;
    if (size * 2 > slots.length) {
      grow();
    }
    return number;
  }

  /** Where a word is, or would be put. */
  private int slot(char[] chars, int from, int to, int hash) {
    int mask = slots.length - 1;
    int slot = first(hash, mask);
    while (slots[slot] != 0 && !is(slots[slot], chars, from, to, hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean is(long slot, char[] chars, int from, int to, int hash) {
    int number = (int) slot - 1;
    return (int) (slot >>> 32) == hash
        && Arrays.equals(chars, from, to, characters, starts[number], starts[number + 1]);
  }

  private void grow() {
    long[] taken = slots;
    slots = new long[taken.length * 2];
    int mask = slots.length - 1;
    for (long one : taken) {
      if (one != 0) {
        int slot = first((int) (one >>> 32), mask);
        while (slots[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        slots[slot] = one;
      }
    }
  }

  private static int first(int hash, int mask) {
    int spread = hash * SPREAD;
    return (spread ^ (spread >>> 16)) & mask;
  }

  private static int hash(char[] chars, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash;
  }
}
