package io.tenon.preprocessing.text;

import java.util.Arrays;

/**
 * Values of words, found by their characters without a string being made. A word of up to eight
 * ASCII characters is its own key, packed into a long; a longer one has a hash with the highest bit
 * set. Open addressing, a power of two of slots, at most half of them taken. The values lie beside
 * the key, since a table of many words is larger than a processor's caches and each place that is
 * looked at is one to wait for.
 */
final class WordTable {
  /** How many bytes must follow a word in its array, since words are read by the long. */
  static final int SLACK = Long.BYTES;

  private static final int FIRST_SIZE = 1024;
  private static final int ASCII = 128;
  // Spreads keys over the slots (Fibonacci hashing), and the characters of long words over keys.
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** How many longs a slot has. */
  private final int width;

  /** The key of a word, 0 for a slot that is free; then its values. */
  private long[] slots;

  /** Of each slot, the number of its word. */
  private int[] numbers;

  /** What is left of a spread key when shifted by this is a slot. */
  private int shift;

  private char[] characters = new char[8 * FIRST_SIZE];

  /** Where in the characters each word begins; where the next would. */
  private int[] starts = new int[FIRST_SIZE + 1];

  /** Where in the slots the values of each word begin. */
  private int[] positions = new int[FIRST_SIZE];

  private int size;

  /**
   * @param values how many a word has
   * @param expected how many words to make room for
   */
  WordTable(int values, int expected) {
    int size = Integer.highestOneBit(Math.max(FIRST_SIZE, expected) * 2 - 1) * 2;
    this.width = 1 + values;
    this.slots = new long[size * width];
    this.numbers = new int[size];
    this.shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
  }

  /** How many words there are; they are numbered in the order in which they were first met. */
  int size() {
    return size;
  }

  /** The word of a number. */
  String word(int number) {
    return String.valueOf(characters, starts[number], starts[number + 1] - starts[number]);
  }

  /** Where the values of the word of a number begin. */
  int position(int number) {
    return positions[number];
  }

  /** The values of all words, at their positions; another array after a word has been added. */
  long[] values() {
    return slots;
  }

  /** The position of a word, or less than 0 if it has none. */
  int find(char[] chars, int from, int to) {
    long key = key(chars, from, to);
    int at = at(key);
    while (slots[at] != 0) {
      if (slots[at] == key && (key > 0 || isWord(numbers[at / width], chars, from, to))) {
        return at + 1;
      }
      at = after(at);
    }
    return ~at;
  }

  /** The position of a word of ASCII characters but NUL, or less than 0 if it has none. */
  int find(byte[] ascii, int from, int to) {
    long key = key(ascii, from, to);
    int at = at(key);
    while (slots[at] != 0) {
      if (slots[at] == key && (key > 0 || isWord(numbers[at / width], ascii, from, to))) {
        return at + 1;
      }
      at = after(at);
    }
    return ~at;
  }

  /**
   * The position of a word of up to eight ASCII characters but NUL, or less than 0 if it has none.
   */
  int find(long ascii) {
    int at = at(ascii);
    while (slots[at] != 0) {
      if (slots[at] == ascii) {
        return at + 1;
      }
      at = after(at);
    }
    return ~at;
  }

  /** The position of a word, which is new and has values of 0 if it had none. */
  int findOrAdd(char[] chars, int from, int to) {
    int found = find(chars, from, to);
    if (found >= 0) {
      return found;
    }
    int start = makeRoom(to - from);
    System.arraycopy(chars, from, characters, start, to - from);
    return add(~found, key(chars, from, to));
  }

  /** The position of a word of ASCII characters but NUL, which is new if it had none. */
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

  /** The position of a word of up to eight ASCII characters but NUL, new if it had none. */
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

  /** The position of a word of another table, by its number there, new if it had none here. */
  int findOrAdd(WordTable other, int number) {
    return findOrAdd(other.characters, other.starts[number], other.starts[number + 1]);
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
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, positions.length * 2);
    }
    put(at, key, size++);
    if (size * 2 > numbers.length) {
      grow();
    }
    return positions[size - 1];
  }

  private void put(int at, long key, int number) {
    slots[at] = key;
    numbers[at / width] = number;
    positions[number] = at + 1;
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
    slots = new long[Math.multiplyExact(taken.length, 2)];
    numbers = new int[numbers.length * 2];
    shift--;
    for (int number = 0; number < size; number++) {
      int from = positions[number] - 1;
      int at = at(taken[from]);
      while (slots[at] != 0) {
        at = after(at);
      }
      put(at, taken[from], number);
      System.arraycopy(taken, from + 1, slots, at + 1, width - 1);
    }
  }

  private int at(long key) {
    return (int) ((key * SPREAD) >>> shift) * width;
  }

  private int after(int at) {
    return at + width == slots.length ? 0 : at + width;
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
