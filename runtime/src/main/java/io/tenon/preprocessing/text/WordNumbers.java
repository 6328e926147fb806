package io.tenon.preprocessing.text;

import java.util.Map;

/** The numbers of words, to look up by characters. Never changes once made. */
final class WordNumbers {
  private final WordTable words;

  WordNumbers(Map<String, Integer> wordIndex) {
    this.words = new WordTable(wordIndex.size());
    wordIndex.forEach(
        (word, number) -> {
          char[] chars = word.toCharArray();
          int position = words.findOrAdd(chars, 0, chars.length);
          words.values()[position] = number;
        });
  }

  /**
   * @param words their values are their numbers
   */
  WordNumbers(WordTable words) {
    this.words = words;
  }

  /** The number of a word of a batch, or 0 if it has none. */
  int find(WordBatch batch, int index) {
    return at(words.find(batch, index));
  }

  /** The number of a word, or 0 if it has none. */
  int find(char[] chars, int from, int to) {
    return at(words.find(chars, from, to));
  }

  private int at(int position) {
    return position < 0 ? 0 : (int) words.values()[position];
  }
}
