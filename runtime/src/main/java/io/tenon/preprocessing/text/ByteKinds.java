package io.tenon.preprocessing.text;

/** What the bytes of a text are to a splitter of words. */
final class ByteKinds {
  /** Part of a character that must be decoded. Other kinds are a character in lower case. */
  static final byte DECODED = 0;

  static final byte SEPARATOR = -1;
  static final byte LINE_END = -2;

  private static final int ASCII = 128;

  /** Where nothing can be told from single bytes. */
  static final ByteKinds UNKNOWN = new ByteKinds(new byte[1 << Byte.SIZE]);

  private final byte[] kinds;

  /** Whether all letters and digits are characters of words, so that they need not be looked up. */
  private final boolean isByEight;

  private final boolean isLowered;

  private ByteKinds(byte[] kinds) {
    this.kinds = kinds;
    boolean lower = kinds['A'] == 'a';
    this.isByEight = lettersAndDigitsAreWords(kinds, lower);
    this.isLowered = isByEight && lower;
    kinds['\n'] = LINE_END;
    kinds['\r'] = LINE_END;
  }

  /** For words that end at single characters. */
  static ByteKinds of(WordSplitter words) {
    byte[] kinds = new byte[1 << Byte.SIZE];
    for (int c = 1; c < ASCII; c++) {
      char lowered = words.lowered((char) c);
      kinds[c] = words.endsWord(lowered) ? SEPARATOR : (byte) lowered;
    }
    return new ByteKinds(kinds);
  }

  private static boolean lettersAndDigitsAreWords(byte[] kinds, boolean lower) {
    for (char c = 0; c < ASCII; c++) {
      boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
      boolean isDigit = c >= '0' && c <= '9';
      int expected = lower && isLetter ? Character.toLowerCase(c) : c;
      if ((isLetter || isDigit) && kinds[c] != expected) {
        return false;
      }
    }
    return true;
  }

  boolean isLineEnd(byte character) {
    return kinds[character & 0xff] == LINE_END;
  }

  /** Whether letters that were not looked up must change to lower case. */
  boolean isLowered() {
    return isLowered;
  }

  /** Whether only bytes that are no letters or digits need be looked up. */
  boolean isByEight() {
    return isByEight;
  }

  /** The kind of each byte, by its lowest eight bits. */
  byte[] kinds() {
    return kinds;
  }
}
