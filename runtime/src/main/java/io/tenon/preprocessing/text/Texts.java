package io.tenon.preprocessing.text;

import io.tenon.preprocessing.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Functions on a text: Keras's {@code preprocessing.text}.
 *
 * <pre>{@code
 * textToWordSequence("It's a fox's life: don't panic!")   // it's a fox's life don't panic
 * }</pre>
 */
public final class Texts {
  private Texts() {}

  /** {@link #textToWordSequence(String, Consumer)} with the defaults. */
  public static List<String> textToWordSequence(String text) {
    return textToWordSequence(text, words -> {});
  }

  /** The words of a text, in order. Keras's {@code text_to_word_sequence}. */
  public static List<String> textToWordSequence(
      String text, Consumer<? super WordOptions> options) {
    WordOptions read = new WordOptions();
    options.accept(read);
    return words(text, read);
  }

  /** {@link #oneHot(String, int, Consumer)} with the defaults. */
  public static int[] oneHot(String text, int n) {
    return oneHot(text, n, words -> {});
  }

  /**
   * A number for each word by Java's own hash: Keras's {@code one_hot}, which for all its name
   * gives numbers and no rows. Different words may share one.
   *
   * @param n numbers are 1 to n - 1
   * @throws IllegalArgumentException if n is less than 2
   */
  public static int[] oneHot(String text, int n, Consumer<? super WordOptions> options) {
    Require.atLeast(2, "n", n);
    WordOptions read = new WordOptions();
    options.accept(read);
    return hashed(words(text, read), n, WordHash.JAVA);
  }

  /** {@link #hashingTrick(String, int, Consumer)} with Java's own hash. */
  public static int[] hashingTrick(String text, int n) {
    return hashingTrick(text, n, hash -> {});
  }

  /**
   * A number for each word by a hash, the same in every run and on every machine. Keras's {@code
   * hashing_trick}. Different words may share one.
   *
   * @param n numbers are 1 to n - 1; 0 stays free for padding
   * @throws IllegalArgumentException if n is less than 2
   */
  public static int[] hashingTrick(String text, int n, Consumer<? super HashOptions> options) {
    Require.atLeast(2, "n", n);
    HashOptions read = new HashOptions();
    options.accept(read);
    return hashed(words(text, read), n, read.hashFunction());
  }

  private static List<String> words(String text, SplitOptions<?> options) {
    List<String> words = new ArrayList<>();
    new WordSplitter(options)
        .split(text, (chars, from, to) -> words.add(String.valueOf(chars, from, to - from)));
    return words;
  }

  private static int[] hashed(List<String> words, int n, WordHash hash) {
    return words.stream().mapToInt(word -> 1 + hash.modulo(word, n - 1)).toArray();
  }
}
