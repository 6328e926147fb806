package io.tenon.preprocessing.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;

/** The characters of words, each added after the one before: a byte each if all are ASCII. */
final class WordCharacters {
  private static final int FIRST_SIZE = 1024;
  private static final int MOST = Integer.MAX_VALUE - 8;

  private byte[] bytes = new byte[8 * FIRST_SIZE];

  /** Where in the bytes each word begins; where the next would. */
  private int[] starts = new int[FIRST_SIZE + 1];

  /** Which words have two bytes for a character. */
  private final BitSet wide = new BitSet();

  private int size;

  WordCharacters() {}

  WordCharacters(WordCharacters other) {
    this.bytes = other.bytes.clone();
    this.starts = other.starts.clone();
    this.wide.or(other.wide);
    this.size = other.size;
  }

  /** Adds a word, as {@link WordKey} puts its characters into bytes. */
  void add(byte[] word, int from, int to, boolean isWide) {
    int start = starts[size];
    int end = Math.addExact(start, to - from);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(MOST, end * 2L));
    }
    if (size + 1 == starts.length) {
      starts = Arrays.copyOf(starts, size * 2 + 1);
    }
    System.arraycopy(word, from, bytes, start, to - from);
    wide.set(size, isWide);
    starts[++size] = end;
  }

  /** What all words are in. */
  byte[] bytes() {
    return bytes;
  }

  /** Where in the bytes a word begins, and the one before ends. */
  int start(int number) {
    return starts[number];
  }

  /** The word of a number. */
  String word(int number) {
    int from = starts[number];
    int to = starts[number + 1];
    return wide.get(number)
        ? WordKey.wide(bytes, from, to)
        : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /** Whether the bytes are those of a word. */
  boolean isWord(int number, byte[] word, int from, int to) {
    int start = starts[number];
    int length = starts[number + 1] - start;
    int last = length - Long.BYTES;
    if (length != to - from || last < 0) {
      return Arrays.equals(word, from, to, bytes, start, start + length);
    }
    for (int i = 0; i < last; i += Long.BYTES) {
      if (WordBytes.read(bytes, start + i) != WordBytes.read(word, from + i)) {
        return false;
      }
    }
    return WordBytes.read(bytes, start + last) == WordBytes.read(word, from + last);
  }
}
