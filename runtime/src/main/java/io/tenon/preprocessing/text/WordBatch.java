package io.tenon.preprocessing.text;

/**
 * The next words of the lines of a block, handed over many at a time: finding where words end, and
 * looking them up, are then two loops without calls, in which a processor goes ahead.
 */
final class WordBatch {
  /** The most words of a batch. */
  static final int SIZE = 1024;

  /** How many more words or ends of texts may always be added to a batch that is not full. */
  static final int ROOM = Long.SIZE;

  private final byte[] bytes;

  /** The {@link WordKey} of each word. */
  private final long[] keys = new long[SIZE];

  /** Of each word of more than eight characters, where it begins and ends. */
  private final long[] places = new long[SIZE];

  /** How many words there were when each text ended. */
  private final int[] ends = new int[SIZE];

  private int size;
  private int texts;

  /**
   * @param bytes what the words are in, with eight bytes or more after them
   */
  WordBatch(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * Adds the word of ASCII characters but NUL between two places, if they differ.
   *
   * @param lower whether a word of more than eight characters must be put in lower case
   */
  void add(int from, int to, boolean lower) {
    int length = to - from;
    if (length > Long.BYTES) {
      keys[size] =
          lower ? WordKey.lowerOfLonger(bytes, from, to) : WordKey.ofLonger(bytes, from, to);
      places[size++] = (long) from << Integer.SIZE | to;
    } else {
      // Without a branch, which would be mistaken for many of the separators next to each other.
      keys[size] = WordBytes.first(WordBytes.read(bytes, from), length);
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

  /** Puts the words of up to eight characters in lower case. */
  void lower() {
    for (int i = 0; i < size; i++) {
      // Without a branch, so that several are done at once.
      long ifShort = (keys[i] >>> Long.SIZE - 1) - 1;
      keys[i] |= WordBytes.lowered(keys[i]) & ifShort;
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

  /** The {@link WordKey} of a word. */
  long key(int index) {
    return keys[index];
  }

  /** What the words are in. */
  byte[] bytes() {
    return bytes;
  }

  /** Where a word of more than eight characters begins. */
  int from(int index) {
    return (int) (places[index] >>> Integer.SIZE);
  }

  /** Where a word of more than eight characters ends. */
  int to(int index) {
    return (int) places[index];
  }
}
