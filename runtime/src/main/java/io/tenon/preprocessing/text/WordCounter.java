package io.tenon.preprocessing.text;

import java.util.Arrays;

/** Counts words, and the texts that each is in. */
final class WordCounter implements TextSink {
  private static final int FIRST_SIZE = 1024;
  // Of each word, next to each other: how often, in how many texts, the first text and the last.
  private static final int COUNT = 0;
  private static final int DOCUMENTS = 1;
  private static final int FIRST = 2;
  private static final int LAST = 3;
  private static final int WIDTH = 4;

  private final WordTable words = new WordTable();
  private long[] numbers = new long[FIRST_SIZE * WIDTH];
  private long document;
  private long documents;

  /** Begins a text, by its number: 1 or more, and more than the one before. */
  void begin(long document) {
    this.document = document;
  }

  @Override
  public void accept(char[] chars, int from, int to) {
    met(words.findOrAdd(chars, from, to));
  }

  @Override
  public void accept(byte[] ascii, int from, int to) {
    met(words.findOrAdd(ascii, from, to));
  }

  @Override
  public void accept(long ascii) {
    met(words.findOrAdd(ascii));
  }

  private void met(int word) {
    int at = word * WIDTH;
    if (at >= numbers.length) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    if (numbers[at + COUNT]++ == 0) {
      numbers[at + FIRST] = document;
    }
    if (numbers[at + LAST] != document) {
      numbers[at + LAST] = document;
      numbers[at + DOCUMENTS]++;
    }
  }

  @Override
  public void endText() {
    document++;
    documents++;
  }

  /** How many texts have ended. */
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

  /** The first text that word was met in. */
  long first(int number) {
    return numbers[number * WIDTH + FIRST];
  }
}
