package io.tenon.preprocessing.text;

import java.util.Arrays;

/** Counts words, and the texts that each is in. */
final class WordCounter implements WordSink {
  private static final int FIRST_SIZE = 1024;
  // Of each word, next to each other: how often, in how many texts, and the last text.
  private static final int COUNT = 0;
  private static final int DOCUMENTS = 1;
  private static final int LAST = 2;
  private static final int WIDTH = 4;

  private final WordTable words = new WordTable();
  private long[] numbers = new long[FIRST_SIZE * WIDTH];
  private long documents;

  /** Begins the next text. */
  void nextText() {
    documents++;
  }

  @Override
  public void accept(char[] chars, int from, int to) {
    int at = words.findOrAdd(chars, from, to) * WIDTH;
    if (at >= numbers.length) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    numbers[at + COUNT]++;
    if (numbers[at + LAST] != documents) {
      numbers[at + LAST] = documents;
      numbers[at + DOCUMENTS]++;
    }
  }

  /** How many texts there were. */
  long documents() {
    return documents;
  }

  /** How many different words there were. */
  int size() {
    return words.size();
  }

  /** A word, by the order in which they were first met. */
  String word(int number) {
    return words.word(number);
  }

  /** How often that word was met. */
  long count(int number) {
    return numbers[number * WIDTH + COUNT];
  }

  /** In how many texts that word was met. */
  long documents(int number) {
    return numbers[number * WIDTH + DOCUMENTS];
  }
}
