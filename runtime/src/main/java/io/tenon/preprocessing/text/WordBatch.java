package io.tenon.preprocessing.text;

/**
 * The next words of the lines of a block, handed over many at a time: finding where words end, and
 * looking them up, are then two loops without calls, in which a processor goes ahead. For the sake
 * of these the arrays are open to them.
 */
final class WordBatch {
  /** How many more words or ends of texts may always be added to a batch that is not full. */
  static final int ROOM = Long.SIZE;

  static final int SIZE = 1024;

  /** What the words are in, with eight bytes or more after them. */
  final byte[] bytes;

  /** The {@link WordKey} of each word. */
  final long[] keys = new long[SIZE];

  /** Of each word of more than eight characters, where it begins and ends. */
  final long[] places = new long[SIZE];

  /** How many words there were when each text ended. */
  final int[] ends = new int[SIZE];

  /** How many words there are. */
  int size;

  /** How many texts have ended. */
  int texts;

  WordBatch(byte[] bytes) {
    this.bytes = bytes;
  }

  static boolean isFull(int size, int texts) {
    return Math.max(size, texts) > SIZE - ROOM;
  }

  /** Puts the words of up to eight characters in lower case. */
  void lower() {
    long[] keys = this.keys;
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

  /** How many words there were when a text ended, or are, after the last that has. */
  int end(int text) {
    return text < texts ? ends[text] : size;
  }

  static long place(int from, int to) {
    return (long) from << Integer.SIZE | to;
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
