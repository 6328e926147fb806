package io.tenon.preprocessing.text;

import java.util.Map;

/** The numbers of words, to look up by characters. Never changes once made. */
final class WordNumbers {
  private final WordTable words;

  WordNumbers(Map<String, Integer> wordIndex) {
    this.words = new WordTable(1, wordIndex.size());
    wordIndex.forEach(
        (word, number) -> {
          char[] chars = word.toCharArray();
          int position = words.findOrAdd(chars, 0, chars.length);
          words.values()[position] = number;
        });
  }

  /** The number of a word of ASCII characters but NUL, or 0 if it has none. */
  int find(byte[] ascii, int from, int to) {
    return at(words.find(ascii, from, to));
  }

  /** The number of a word of up to eight ASCII characters but NUL, or 0 if it has none. */
  int find(long ascii) {
    return at(words.find(ascii));
  }

  /** The number of a word, or 0 if it has none. */
  int find(char[] chars, int from, int to) {
    return at(words.find(chars, from, to));
  }

  private int at(int position) {
    return position < 0 ? 0 : (int) words.values()[position];
  }
}
