package io.tenon.preprocessing.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes of a text looked at together, the first of them lowest in a long. A word of up to
 * eight ASCII characters is such a long, with zeros behind it.
 */
final class WordBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final int CASE_BIT = 0x20;
  // Brings the lowest bits of the eight bytes together in the highest byte.
  private static final long GATHER = 0x0102040810204080L;

  private WordBytes() {}

  static long read(byte[] bytes, int from) {
    return (long) LONGS.get(bytes, from);
  }

  static void write(byte[] bytes, int from, long eight) {
    LONGS.set(bytes, from, eight);
  }

  /** A bit for each of 64 bytes, the first lowest: whether it is no ASCII letter or digit. */
  static long others(byte[] bytes, int from) {
    return othersOfEight(bytes, from)
        | othersOfEight(bytes, from + 8) << 8
        | othersOfEight(bytes, from + 16) << 16
        | othersOfEight(bytes, from + 24) << 24
        | othersOfEight(bytes, from + 32) << 32
        | othersOfEight(bytes, from + 40) << 40
        | othersOfEight(bytes, from + 48) << 48
        | othersOfEight(bytes, from + 56) << 56;
  }

  private static long othersOfEight(byte[] bytes, int from) {
    long eight = read(bytes, from);
    long others = ~(letters(eight) | between(eight, '0', '9')) & HIGH_BITS;
    return (others >>> 7) * GATHER >>> 56;
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
