package io.tenon.preprocessing.text;

/**
 * Finds the words of the lines of a block, as far as nothing must be decoded. This is what most of
 * the time goes into, so that all it needs in its loop is in local variables.
 */
final class LineScanner {
  private final ByteKinds kinds;
  private final WordBatch batch;

  /** How many bytes there are, the end of the last line among them. */
  private final int size;

  /** Where the line begins that it is in. */
  private int line;

  /** Where the word begins that it is in. */
  private int word;

  /** The first byte that has not been looked at. */
  private int next;

  private boolean isStopped;

  LineScanner(FileBlocks.Block block, ByteKinds kinds) {
    this.kinds = kinds;
    this.batch = new WordBatch(block.bytes);
    this.size = kinds.isLineEnd(block.bytes[block.size - 1]) ? block.size : block.size + 1;
  }

  /** Where the line begins that it is in. */
  int line() {
    return line;
  }

  /** Where the word begins that it is in. */
  int word() {
    return word;
  }

  /** Whether it has stopped at a character that must be decoded. */
  boolean isStopped() {
    return isStopped;
  }

  /** Goes on at the end of the line. */
  void skipTo(int lineEnd) {
    word = lineEnd;
    next = lineEnd;
  }

  /** The next words, until no more go into a batch, or it stops; valid until the next call. */
  WordBatch next() {
    scan();
    if (kinds.isLowered()) {
      batch.lower();
    }
    return batch;
  }

  boolean isAtEnd() {
    return next >= size;
  }

  private void scan() {
    WordBatch batch = this.batch;
    byte[] bytes = batch.bytes;
    byte[] kinds = this.kinds.kinds();
    boolean isByEight = this.kinds.isByEight();
    boolean lower = this.kinds.isLowered();
    long[] keys = batch.keys;
    int[] ends = batch.ends;
    int word = this.word;
    int line = this.line;
    int next = this.next;
    int words = 0;
    int texts = 0;
    boolean isStopped = false;
    while (next < size && !isStopped && !WordBatch.isFull(words, texts)) {
      int group = next & -Long.SIZE;
      long places = isByEight ? WordBytes.others(bytes, group) : -1L;
      places &= -1L << next;
      if (size - group < Long.SIZE) {
        places &= ~(-1L << size);
      }
      next = group + Long.SIZE;
      while (places != 0) {
        int at = group + Long.numberOfTrailingZeros(places);
        places &= places - 1;
        byte kind = kinds[bytes[at] & 0xff];
        if (kind == ByteKinds.SEPARATOR || kind == ByteKinds.LINE_END) {
          int length = at - word;
          if (length > Long.BYTES) {
            batch.places[words] = WordBatch.place(word, at);
            keys[words++] =
                lower ? WordKey.lowerOfLonger(bytes, word, at) : WordKey.ofLonger(bytes, word, at);
          } else {
            // Without a branch, which would be mistaken for many separators next to each other.
            keys[words] = WordBytes.first(WordBytes.read(bytes, word), length);
            words += length + Long.BYTES - 1 >>> 3;
          }
          word = at + 1;
          if (kind == ByteKinds.LINE_END) {
            line = word;
            ends[texts] = words;
            texts += isSecondOfPair(bytes, at) ? 0 : 1;
          }
        } else if (kind == ByteKinds.DECODED) {
          isStopped = true;
          break;
        } else if (bytes[at] != kind) {
          bytes[at] = kind;
        }
      }
    }
    this.word = word;
    this.line = line;
    this.next = next;
    this.isStopped = isStopped;
    batch.size = words;
    batch.texts = texts;
  }

  private static boolean isSecondOfPair(byte[] bytes, int at) {
    return bytes[at] == '\n' && at > 0 && bytes[at - 1] == '\r';
  }
}
