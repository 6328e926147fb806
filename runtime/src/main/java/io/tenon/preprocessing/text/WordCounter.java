package io.tenon.preprocessing.text;

import java.util.Arrays;
import java.util.List;

/** Counts words, and the texts that each is in. */
final class WordCounter implements TextSink {
  private static final int FIRST_SIZE = 1024;
  // The values of a word: how often it was met, in how many texts, and the last of them.
  private static final int COUNT = 0;
  private static final int DOCUMENTS = 1;
  private static final int LAST = 2;
  private static final int VALUES = 3;

  private final WordTable words;

  /** The first text that each word was met in, which is written once. */
  private long[] first = new long[FIRST_SIZE];

  private long document;
  private long documents;

  WordCounter() {
    this(0);
  }

  private WordCounter(int expectedWords) {
    this.words = new WordTable(VALUES, expectedWords);
  }

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

  private void met(int position) {
    long[] values = words.values();
    if (values[position + COUNT]++ == 0) {
      setFirst(words.size() - 1, document);
    }
    if (values[position + LAST] != document) {
      values[position + LAST] = document;
      values[position + DOCUMENTS]++;
    }
  }

  private void setFirst(int word, long document) {
    if (word == first.length) {
      first = Arrays.copyOf(first, first.length * 2);
    }
    first[word] = document;
  }

  @Override
  public void endText() {
    document++;
    documents++;
  }

  /**
   * What several counters have counted, each of its own texts, as one that had counted them all:
   * the words in the order in which they were first met.
   */
  static WordCounter together(List<WordCounter> counters) {
    if (counters.size() == 1) {
      return counters.get(0);
    }
    WordCounter together =
        new WordCounter(counters.stream().mapToInt(WordCounter::size).max().orElseThrow());
    int[] next = new int[counters.size()];
    for (int from = earliest(counters, next); from >= 0; from = earliest(counters, next)) {
      together.add(counters.get(from), next[from]++);
    }
    for (WordCounter counter : counters) {
      together.documents += counter.documents;
    }
    return together;
  }

  /** Which counter has the next word, in the order of texts; less than 0 at the end. */
  private static int earliest(List<WordCounter> counters, int[] next) {
    int earliest = -1;
    long document = Long.MAX_VALUE;
    for (int i = 0; i < next.length; i++) {
      WordCounter counter = counters.get(i);
      if (next[i] < counter.size() && counter.first[next[i]] < document) {
        earliest = i;
        document = counter.first[next[i]];
      }
    }
    return earliest;
  }

  private void add(WordCounter other, int word) {
    int position = words.findOrAdd(other.words, word);
    long[] values = words.values();
    if (values[position + COUNT] == 0) {
      setFirst(words.size() - 1, other.first[word]);
    }
    values[position + COUNT] += other.count(word);
    values[position + DOCUMENTS] += other.documents(word);
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
    return words.values()[words.position(number) + COUNT];
  }

  /** In how many texts that word was met. */
  long documents(int number) {
    return words.values()[words.position(number) + DOCUMENTS];
  }
}
