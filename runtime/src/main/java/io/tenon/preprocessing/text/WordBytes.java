package io.tenon.preprocessing.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text looked at together, the first of them lowest in a long. A word of up to
 * eight bytes is such a long, with zeros behind it.
 */
final class WordBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int CASE_BIT = 0x20;

  private WordBytes() {}

  static long read(byte[] bytes, int from) {
    return (long) LONGS.get(bytes, from);
  }

  /** How many bytes come before the first that is no ASCII letter or digit: 0 to 8. */
  static int lettersAndDigits(long bytes) {
    long digits = between(bytes, '0', '9');
    long others = ~(letters(bytes) | digits) & HIGH_BITS;
    return Long.numberOfTrailingZeros(others) >>> 3;
  }

  /** With ASCII letters in lower case. */
  static long lowered(long bytes) {
    // From the highest bit of each byte that is a letter to the bit in which its cases differ.
    return bytes | letters(bytes) >>> 2;
  }

  /** The first so many, 1 to 8, and zeros behind. */
  static long first(long bytes, int length) {
    return bytes & (-1L >>> (Long.SIZE - length * Byte.SIZE));
  }

  private static long letters(long bytes) {
    return between(bytes | CASE_BIT * EACH, 'a', 'z');
  }

  /** The highest bit of each byte that is one of two ASCII characters or between them. */
  private static long between(long bytes, char least, char most) {
    long low = bytes & ~HIGH_BITS; // so that no sum carries into the next byte
    long fromLeast = low + (0x80 - least) * EACH;
    long afterMost = low + (0x80 - most - 1) * EACH;
    return fromLeast & ~afterMost & ~bytes & HIGH_BITS;
  }
}
