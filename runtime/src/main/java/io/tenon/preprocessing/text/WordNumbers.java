package io.tenon.preprocessing.text;

import java.util.Map;

/** The numbers of words, to look up by characters. Never changes once made. */
final class WordNumbers {
  private final WordTable words = new WordTable();
  private final int[] numbers;

  WordNumbers(Map<String, Integer> wordIndex) {
    this.numbers = new int[wordIndex.size()];
    wordIndex.forEach(
        (word, number) -> {
          char[] chars = word.toCharArray();
          numbers[words.findOrAdd(chars, 0, chars.length)] = number;
        });
  }

  /** The number of a word of ASCII characters but NUL, or 0 if it has none. */
  int find(byte[] ascii, int from, int to) {
    int found = words.find(ascii, from, to);
    return found < 0 ? 0 : numbers[found];
  }

  /** The number of a word of up to eight ASCII characters but NUL, or 0 if it has none. */
  int find(long ascii) {
    int found = words.find(ascii);
    return found < 0 ? 0 : numbers[found];
  }

  /** The number of a word, or 0 if it has none. */
  int find(char[] chars, int from, int to) {
    int found = words.find(chars, from, to);
    return found < 0 ? 0 : numbers[found];
  }
}
