package io.tenon.preprocessing.text;

import java.util.Map;
import java.util.Optional;

/** The numbers of words, to look up by characters. Never changes once made. */
final class WordNumbers {
  private final WordTable words;

  WordNumbers(Map<String, Integer> wordIndex) {
    this.words = new WordTable(wordIndex.size());
    wordIndex.forEach((word, number) -> words.slots()[position(word)] = number);
  }

  /** The numbers that a {@link Vocabulary} of these words has. */
  WordNumbers(WordCounter counted, Optional<String> oovToken) {
    int[] numbers = new int[counted.size()];
    int next = oovToken.isPresent() ? 2 : 1;
    for (int word : WordRanks.order(counted.counts())) {
      numbers[word] = next++;
    }
    this.words = counted.words().with(word -> numbers[word]);
    if (oovToken.isPresent()) {
      int position = position(oovToken.get());
      words.slots()[position] = Math.max(1, words.slots()[position]);
    }
  }

  private int position(String word) {
    char[] chars = word.toCharArray();
    return words.findOrAdd(chars, 0, chars.length);
  }

  /** The number of a word, or 0 if it has none. */
  int find(String word) {
    return find(word.toCharArray(), 0, word.length());
  }

  /** Finds the number of each word of a batch, or 0 if it has none. */
  void find(WordBatch batch, int[] numbers) {
    words.find(batch, numbers);
  }

  /** The number of a word, or 0 if it has none. */
  int find(char[] chars, int from, int to) {
    int position = words.find(chars, from, to);
    return position < 0 ? 0 : (int) words.slots()[position];
  }
}
