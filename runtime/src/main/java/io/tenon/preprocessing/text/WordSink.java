package io.tenon.preprocessing.text;

/** Takes words as they are found, without a string being made of each. */
@FunctionalInterface
interface WordSink {
  /** The word {@code chars[from]} up to {@code chars[to - 1]}; valid only during the call. */
  void accept(char[] chars, int from, int to);

  /** Hands over a whole string. */
  default void accept(String word) {
    char[] chars = word.toCharArray();
    accept(chars, 0, chars.length);
  }
}
