package io.tenon.preprocessing.text;

import java.util.Arrays;

/**
 * Numbers for words in the order in which they are first met, found by their characters without a
 * string being made. A word of up to eight ASCII characters is its own key, packed into a long; a
 * longer one has a hash with the highest bit set. Open addressing, a power of two of slots, at most
 * half of them taken.
 */
final class WordTable {
  /** How many bytes must follow a word in its array, since words are read by the long. */
  static final int SLACK = Long.BYTES;

  private static final int FIRST_SIZE = 1024;
  private static final int ASCII = 128;
  // Spreads keys over the slots (Fibonacci hashing), and the characters of long words over keys.
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** The key of a word, 0 for a slot that is free; then its number. */
  private long[] slots = new long[2 * 2 * FIRST_SIZE];

  /** What is left of a spread key when shifted by this is a slot. */
  private int shift = Long.SIZE - Integer.numberOfTrailingZeros(2 * FIRST_SIZE);

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

  /** The number of a word, or less than 0 if it has none. */
  int find(char[] chars, int from, int to) {
    long key = key(chars, from, to);
    int at = at(key);
    while (slots[at] != 0) {
      if (slots[at] == key && (key > 0 || isWord((int) slots[at + 1], chars, from, to))) {
        return (int) slots[at + 1];
      }
      at = after(at);
    }
    return ~at;
  }

  /** The number of a word of ASCII characters but NUL, or less than 0 if it has none. */
  int find(byte[] ascii, int from, int to) {
    long key = key(ascii, from, to);
    int at = at(key);
    while (slots[at] != 0) {
      if (slots[at] == key && (key > 0 || isWord((int) slots[at + 1], ascii, from, to))) {
        return (int) slots[at + 1];
      }
      at = after(at);
    }
    return ~at;
  }

  /**
   * The number of a word of up to eight ASCII characters but NUL, or less than 0 if it has none.
   */
  int find(long ascii) {
    int at = at(ascii);
    while (slots[at] != 0) {
      if (slots[at] == ascii) {
        return (int) slots[at + 1];
      }
      at = after(at);
    }
    return ~at;
  }

  /** The number of a word, the next one if it had none. */
  int findOrAdd(char[] chars, int from, int to) {
    int found = find(chars, from, to);
    if (found >= 0) {
      return found;
    }
    int start = makeRoom(to - from);
    System.arraycopy(chars, from, characters, start, to - from);
    return add(~found, key(chars, from, to));
  }

  /** The number of a word of ASCII characters but NUL, the next one if it had none. */
  int findOrAdd(byte[] ascii, int from, int to) {
    int found = find(ascii, from, to);
    if (found >= 0) {
      return found;
    }
    int start = makeRoom(to - from);
    for (int i = from; i < to; i++) {
      characters[start + i - from] = (char) ascii[i];
    }
    return add(~found, key(ascii, from, to));
  }

  /** The number of a word of up to eight ASCII characters but NUL, the next one if it had none. */
  int findOrAdd(long ascii) {
    int found = find(ascii);
    if (found >= 0) {
      return found;
    }
    int length = Long.BYTES - Long.numberOfLeadingZeros(ascii) / Byte.SIZE;
    int start = makeRoom(length);
    for (int i = 0; i < length; i++) {
      characters[start + i] = (char) (ascii >>> (i * Byte.SIZE) & 0xff);
    }
    return add(~found, ascii);
  }

  /** Makes room for the characters of the next word; returns where they go. */
  private int makeRoom(int length) {
    int start = starts[size];
    int end = Math.addExact(start, length);
    if (end > characters.length) {
      characters = Arrays.copyOf(characters, (int) Math.min(Integer.MAX_VALUE - 8, end * 2L));
    }
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, starts.length * 2);
    }
    starts[size + 1] = end;
    return start;
  }

  private int add(int at, long key) {
    int number = size++;
    slots[at] = key;
    slots[at + 1] = number;
    if (size * 4 > slots.length) {
      grow();
    }
    return number;
  }

  private boolean isWord(int number, char[] chars, int from, int to) {
    return Arrays.equals(chars, from, to, characters, starts[number], starts[number + 1]);
  }

  private boolean isWord(int number, byte[] ascii, int from, int to) {
    int start = starts[number];
    if (starts[number + 1] - start != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (characters[start + i - from] != ascii[i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    long[] taken = slots;
    slots = new long[taken.length * 2];
    shift--;
    for (int i = 0; i < taken.length; i += 2) {
      if (taken[i] != 0) {
        int at = at(taken[i]);
        while (slots[at] != 0) {
          at = after(at);
        }
        slots[at] = taken[i];
        slots[at + 1] = taken[i + 1];
      }
    }
  }

  private int at(long key) {
    return (int) ((key * SPREAD) >>> shift) << 1;
  }

  private int after(int at) {
    return (at + 2) & (slots.length - 1);
  }

  private static long key(char[] chars, int from, int to) {
    if (to - from > Long.BYTES) {
      return hash(chars, from, to);
    }
    long key = 0;
    for (int i = to - 1; i >= from; i--) {
      char c = chars[i];
      if (c == 0 || c >= ASCII) {
        return hash(chars, from, to);
      }
      key = key << Byte.SIZE | c;
    }
    return key;
  }

  private static long hash(char[] chars, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = next(hash, chars[i]);
    }
    return hash | Long.MIN_VALUE;
  }

  private static long key(byte[] ascii, int from, int to) {
    int length = to - from;
    if (length <= Long.BYTES) {
      return WordBytes.first(WordBytes.read(ascii, from), length);
    }
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = next(hash, ascii[i]);
    }
    return hash | Long.MIN_VALUE;
  }

  private static long next(long hash, int character) {
    long sum = (hash + character) * SPREAD;
    return sum ^ (sum >>> 32);
  }
}
