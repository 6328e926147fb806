package io.tenon.preprocessing.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts words, and the texts that each is in. What is written for each word that is met is one
 * long beside its key: how often it was met, in the upper half, and the last text that it was met
 * in. That it is met there again is rare, and counted apart.
 */
final class WordCounter implements TextSink {
  private static final int FIRST_SIZE = 1024;
  private static final long ONCE = 1L << Integer.SIZE;

  private final WordTable words;

  /** The first text that each word was met in. */
  private long[] first = new long[FIRST_SIZE];

  /** How often each word was met, but for what stands in the table. */
  private long[] counts = new long[FIRST_SIZE];

  /** How often each word was met in a text that it had been met in before. */
  private long[] repeats = new long[FIRST_SIZE];

  private final int mostUnsettled;

  /** How many more words and texts there may be before the halves of a long are full. */
  private int room;

  /** The number of the text among those since counts were settled. */
  private int text = 1;

  private long document;
  private long documents;

  WordCounter() {
    this(0, Integer.MAX_VALUE);
  }

  /**
   * @param mostUnsettled how many words and texts may stand in the table alone
   */
  WordCounter(int expectedWords, int mostUnsettled) {
    this.words = new WordTable(expectedWords);
    this.mostUnsettled = mostUnsettled;
    this.room = mostUnsettled - text;
  }

  /** Begins a text, by its number: 1 or more, and more than the one before. */
  void begin(long document) {
    this.document = document;
  }

  @Override
  public void accept(char[] chars, int from, int to) {
    makeRoom(1);
    met(words.findOrAdd(chars, from, to), 0);
  }

  @Override
  public void accept(WordBatch batch) {
    makeRoom(batch.size + batch.texts);
    words.makeRoom(batch.size);
    // What the loop needs is in local variables, for calls in it would have them read again.
    long[] keys = batch.keys;
    long[] slots = words.slots();
    int bits = words.bits();
    int word = 0;
    for (int i = 0; i <= batch.texts; i++) {
      int end = batch.end(i);
      int text = this.text + i;
      for (; word < end; word++) {
        long key = keys[word];
        int position = WordTable.firstPosition(key, bits);
        long value = slots[position];
        // Most words are short, known, found at once, and new to the text.
        if (slots[position - 1] == key && key > 0 && (int) value != text) {
          slots[position] = (value + ONCE & -ONCE) | text;
        } else {
          met(words.findOrAdd(batch, word), i);
        }
      }
    }
    endTexts(batch.texts);
  }

  private void met(int position, int textsBefore) {
    long[] slots = words.slots();
    int text = this.text + textsBefore;
    long value = slots[position];
    slots[position] = (value + ONCE & -ONCE) | text;
    if ((int) value == text) {
      repeats[words.number(position)]++;
    } else if (value == 0) {
      added(words.number(position), document + textsBefore);
    }
  }

  private void added(int number, long document) {
    if (number == first.length) {
      first = Arrays.copyOf(first, number * 2);
      counts = Arrays.copyOf(counts, number * 2);
      repeats = Arrays.copyOf(repeats, number * 2);
    }
    first[number] = document;
  }

  @Override
  public void endText() {
    makeRoom(1);
    endTexts(1);
  }

  private void endTexts(int count) {
    text += count;
    document += count;
    documents += count;
  }

  private void makeRoom(int more) {
    if (room < more) {
      settle();
    }
    room -= more;
  }

  /** Empties the upper halves of the values, and numbers texts anew. */
  private void settle() {
    long[] slots = words.slots();
    for (int number = 0; number < words.size(); number++) {
      int position = words.position(number);
      counts[number] += slots[position] >>> Integer.SIZE;
      // A text number that none has again, so that the word is not taken for a new one.
      slots[position] = (int) slots[position] == text ? 2 : 1;
    }
    text = 2;
    room = mostUnsettled - text;
  }

  /**
   * What several counters have counted, each of its own texts, as one that had counted them all:
   * the words in the order in which they were first met.
   */
  static WordCounter together(List<WordCounter> counters) {
    if (counters.size() == 1) {
      return counters.get(0);
    }
    int size = counters.stream().mapToInt(WordCounter::size).max().orElseThrow();
    WordCounter together = new WordCounter(size, Integer.MAX_VALUE);
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
    int known = words.size();
    int number = words.number(words.findOrAdd(other.words, word));
    if (number == known) {
      added(number, other.first[word]);
    }
    counts[number] += other.count(word);
    repeats[number] += other.repeats[word];
  }

  /** How many texts have ended. */
  long documents() {
    return documents;
  }

  /** How many different words there were. */
  int size() {
    return words.size();
  }

  /** The words, by the order in which they were first met. */
  WordTable words() {
    return words;
  }

  /** A word, by the order in which they were first met. */
  String word(int number) {
    return words.word(number);
  }

  /** How often that word was met. */
  long count(int number) {
    return counts[number] + (words.slots()[words.position(number)] >>> Integer.SIZE);
  }

  /** How often each word was met. */
  long[] counts() {
    return IntStream.range(0, size()).mapToLong(this::count).toArray();
  }

  /** In how many texts that word was met. */
  long documents(int number) {
    return count(number) - repeats[number];
  }
}
