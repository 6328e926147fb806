package io.tenon.preprocessing.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A long for a word, to find it by. That of a word of up to eight ASCII characters but NUL, as
 * {@link WordBytes} reads it, is more than 0, and no other word has it. Longer words and those with
 * other characters may share a key, which is less than 0.
 */
final class WordKey {
  private static final VarHandle CHARS =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.BIG_ENDIAN);
  private static final int ASCII = 128;
  private static final long LONGER = Long.MIN_VALUE;
  private static final long WIDE = Long.MIN_VALUE >>> 1;
  // Fibonacci hashing.
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private WordKey() {}

  static long of(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] == 0 || chars[i] >= ASCII) {
        return ofWide(chars, from, to);
      }
    }
    return to - from <= Long.BYTES ? packed(chars, from, to) : ofLonger(chars, from, to);
  }

  /** The characters of a word, by its key: a byte each, or two if not all are ASCII. */
  static byte[] bytes(long key, char[] chars, int from, int to) {
    if (!isWide(key)) {
      return String.valueOf(chars, from, to - from).getBytes(StandardCharsets.ISO_8859_1);
    }
    byte[] bytes = new byte[Math.multiplyExact(to - from, Character.BYTES)];
    for (int i = from; i < to; i++) {
      CHARS.set(bytes, (i - from) * Character.BYTES, chars[i]);
    }
    return bytes;
  }

  /** The characters of a word of up to eight. */
  static byte[] bytes(long key) {
    byte[] eight = new byte[Long.BYTES];
    WordBytes.write(eight, 0, key);
    return Arrays.copyOf(eight, Long.BYTES - Long.numberOfLeadingZeros(key) / Byte.SIZE);
  }

  /** The word of two bytes for each character. */
  static String wide(byte[] bytes, int from, int to) {
    char[] chars = new char[(to - from) / Character.BYTES];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) CHARS.get(bytes, from + i * Character.BYTES);
    }
    return String.valueOf(chars);
  }

  /** Whether it is the key of a word with other characters than ASCII, or with NUL. */
  static boolean isWide(long key) {
    return key < 0 && (key & WIDE) != 0;
  }

  /** The place of a key among a power of two of them. */
  static int spread(long key, int bits) {
    return (int) (key * SPREAD >>> (Long.SIZE - bits));
  }

  private static long ofWide(char[] chars, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = next(hash, chars[i]);
    }
    return hash | LONGER | WIDE;
  }

  /** The same as {@link #lowerOfLonger} of the same characters. */
  private static long ofLonger(char[] chars, int from, int to) {
    long hash = 0;
    for (int i = from; i < to - Long.BYTES; i += Long.BYTES) {
      hash = next(hash, packed(chars, i, i + Long.BYTES));
    }
    hash = next(hash, packed(chars, to - Long.BYTES, to));
    return (hash | LONGER) & ~WIDE;
  }

  private static long packed(char[] chars, int from, int to) {
    long packed = 0;
    for (int i = to - 1; i >= from; i--) {
      packed = packed << Byte.SIZE | chars[i];
    }
    return packed;
  }

  /** The key of a word of more than eight ASCII characters but NUL. */
  static long ofLonger(byte[] ascii, int from, int to) {
    long hash = 0;
    for (int i = from; i < to - Long.BYTES; i += Long.BYTES) {
      hash = next(hash, WordBytes.read(ascii, i));
    }
    // Overlaps the others, so that all are read whole.
    hash = next(hash, WordBytes.read(ascii, to - Long.BYTES));
    return (hash | LONGER) & ~WIDE;
  }

  /** Puts a word of more than eight ASCII characters but NUL in lower case; returns its key. */
  static long lowerOfLonger(byte[] ascii, int from, int to) {
    int last = to - Long.BYTES;
    // Read before anything is written: reading what was just written in parts has to wait for it.
    long end = WordBytes.lowered(WordBytes.read(ascii, last));
    long hash = 0;
    for (int i = from; i < last; i += Long.BYTES) {
      long eight = WordBytes.lowered(WordBytes.read(ascii, i));
      WordBytes.write(ascii, i, eight);
      hash = next(hash, eight);
    }
    WordBytes.write(ascii, last, end);
    return (next(hash, end) | LONGER) & ~WIDE;
  }

  private static long next(long hash, long characters) {
    long sum = (hash + characters) * SPREAD;
    return sum ^ (sum >>> 32);
  }
}
