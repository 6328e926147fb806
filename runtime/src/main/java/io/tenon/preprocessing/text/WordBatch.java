package io.tenon.preprocessing.text;

/**
 * The next words of the lines of a block, handed over many at a time: finding where words end, and
 * looking them up, are then two loops without calls, in which a processor goes ahead.
 */
final class WordBatch {
  /** How many more words or ends of texts may always be added to a batch that is not full. */
  static final int ROOM = Long.SIZE;

  private static final int SIZE = 2048;

  private final byte[] bytes;

  /**
   * Each word of up to eight characters, as {@link WordBytes} reads it; of a longer one, with the
   * highest bit set, where it begins and ends in the block.
   */
  private final long[] words = new long[SIZE];

  /** How many words there are when a text has ended. */
  private final int[] ends = new int[SIZE];

  private int size;
  private int texts;

  /**
   * @param bytes what the words are in, with eight bytes or more after them
   */
  WordBatch(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Adds the word of ASCII characters but NUL between two places, if they differ. */
  void add(int from, int to) {
    int length = to - from;
    if (length > Long.BYTES) {
      words[size++] = Long.MIN_VALUE | (long) from << Integer.SIZE | to;
    } else {
      // Without a branch, which would be mistaken for many of the separators next to each other.
      words[size] = WordBytes.first(WordBytes.read(bytes, from), length);
      size += (length + Long.BYTES - 1) / Long.BYTES;
    }
  }

  /** The text of the words so far, if there were any, has ended. */
  void endText() {
    ends[texts++] = size;
  }

  boolean isFull() {
    return Math.max(size, texts) > SIZE - ROOM;
  }

  /** Puts the ASCII letters of the words of up to eight characters in lower case. */
  void lower() {
    for (int i = 0; i < size; i++) {
      // Without a branch, so that several are done at once.
      long ifShort = (words[i] >>> Long.SIZE - 1) - 1;
      words[i] |= WordBytes.lowered(words[i]) & ifShort;
    }
  }

  void clear() {
    size = 0;
    texts = 0;
  }

  /** How many words there are. */
  int size() {
    return size;
  }

  /** How many texts have ended. */
  int texts() {
    return texts;
  }

  /** How many words there were when a text ended. */
  int end(int text) {
    return ends[text];
  }

  /** A word of up to eight characters; less than 0 for a longer one. */
  long word(int index) {
    return words[index];
  }

  /** What the longer words stand in. */
  byte[] bytes() {
    return bytes;
  }

  /** Where a longer word begins. */
  int from(int index) {
    return (int) (words[index] >>> Integer.SIZE) & Integer.MAX_VALUE;
  }

  /** Where a longer word ends. */
  int to(int index) {
    return (int) words[index];
  }
}
