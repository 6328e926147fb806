package io.tenon.preprocessing.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash of words, asked for by its remainder, so that it may be of any width. */
@FunctionalInterface
public interface WordHash {
  /** Java's own, which the language lays down: the same on every machine. */
  WordHash JAVA = (word, divisor) -> Math.floorMod(word.hashCode(), divisor);

  /** MD5 of the word in UTF-8, as a number of 128 bits: Keras's {@code "md5"}. */
  WordHash MD5 = WordHash::md5;

  /** The hash modulo a divisor: 0 or more and less than it. */
  int modulo(String word, int divisor);

  private static int md5(String word, int divisor) {
    byte[] digest;
    try {
      digest = MessageDigest.getInstance("MD5").digest(word.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has MD5", e);
    }
    long remainder = 0;
    for (byte digit : digest) {
      remainder = ((remainder << 8) | (digit & 0xff)) % divisor;
    }
    return (int) remainder;
  }
}
