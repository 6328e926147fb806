package io.tenon.preprocessing.text;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A value of each word, found by its characters without a string being made. Open addressing, a
 * power of two of slots, at most half of them taken. The value lies beside the key, since a table
 * of many words is larger than a processor's nearest cache and each place that is looked at is one
 * to wait for.
 */
final class WordTable {
  private static final int FIRST_SIZE = 1024;
  // A key and a value.
  private static final int WIDTH = 2;

  /** The {@link WordKey} of a word, 0 for a slot that is free; then its value. */
  private long[] slots;

  /** There are two to the power of this of them. */
  private int bits;

  /** Of each slot, the number of its word. */
  private int[] numbers;

  /** Where in the slots the value of each word is. */
  private int[] positions;

  private final WordCharacters characters;
  private int size;

  /**
   * @param expected how many words to make room for
   */
  WordTable(int expected) {
    int slots = Integer.highestOneBit(Math.max(FIRST_SIZE, expected) * 2 - 1) * 2;
    this.bits = Integer.numberOfTrailingZeros(slots);
    this.slots = new long[slots * WIDTH];
    this.numbers = new int[slots];
    this.positions = new int[FIRST_SIZE];
    this.characters = new WordCharacters();
  }

  private WordTable(WordTable other) {
    this.bits = other.bits;
    this.slots = other.slots.clone();
    this.numbers = other.numbers.clone();
    this.positions = other.positions.clone();
    this.characters = new WordCharacters(other.characters);
    this.size = other.size;
  }

  /** The same words with other values, by their numbers. */
  WordTable with(IntUnaryOperator valueOfNumber) {
    WordTable copy = new WordTable(this);
    for (int number = 0; number < size; number++) {
      copy.slots[positions[number]] = valueOfNumber.applyAsInt(number);
    }
    return copy;
  }

  /** How many words there are; they are numbered in the order in which they were first met. */
  int size() {
    return size;
  }

  /** The word of a number. */
  String word(int number) {
    return characters.word(number);
  }

  /** Where the value of the word of a number is. */
  int position(int number) {
    return positions[number];
  }

  /** The number of the word the value of which is at a position. */
  int number(int position) {
    return numbers[position / WIDTH];
  }

  /**
   * The values of all words, at their positions, and before each its key; another array after the
   * table has grown.
   */
  long[] slots() {
    return slots;
  }

  /** The position of a word, or less than 0 if it has none. */
  int find(char[] chars, int from, int to) {
    long key = WordKey.of(chars, from, to);
    if (key > 0) {
      return find(key);
    }
    byte[] bytes = WordKey.bytes(key, chars, from, to);
    return find(key, bytes, 0, bytes.length);
  }

  /** Finds the value of each word of a batch, as an int; 0 for those that have none. */
  void find(WordBatch batch, int[] values) {
    long[] keys = batch.keys;
    long[] slots = this.slots;
    int bits = this.bits;
    int size = batch.size;
    for (int i = 0; i < size; i++) {
      long key = keys[i];
      int position = firstPosition(key, bits);
      boolean isFirst = slots[position - 1] == key && key > 0;
      values[i] = isFirst ? (int) slots[position] : find(batch, i);
    }
  }

  private int find(WordBatch batch, int index) {
    long key = batch.keys[index];
    int position = key > 0 ? find(key) : find(key, batch.bytes, batch.from(index), batch.to(index));
    return position < 0 ? 0 : (int) slots[position];
  }

  private int find(long key) {
    long[] slots = this.slots;
    int at = firstSlot(key);
    while (slots[at] != key) {
      if (slots[at] == 0) {
        return ~at;
      }
      at = at + WIDTH & slots.length - 1;
    }
    return at + 1;
  }

  /** For a key that words may share. */
  private int find(long key, byte[] bytes, int from, int to) {
    int at = firstSlot(key);
    while (slots[at] != 0) {
      if (slots[at] == key && characters.isWord(numbers[at / WIDTH], bytes, from, to)) {
        return at + 1;
      }
      at = after(at);
    }
    return ~at;
  }

  /** The position of a word, which is new and has a value of 0 if it had none. */
  int findOrAdd(char[] chars, int from, int to) {
    long key = WordKey.of(chars, from, to);
    if (key > 0) {
      return findOrAdd(key);
    }
    byte[] bytes = WordKey.bytes(key, chars, from, to);
    return findOrAdd(key, bytes, 0, bytes.length);
  }

  /** So that slots stay where they are while so many words are added from a batch. */
  void makeRoom(int words) {
    while ((size + words) * 2 > numbers.length) {
      grow();
    }
  }

  /** The position of a word of a batch, which is new and has a value of 0 if it had none. */
  int findOrAdd(WordBatch batch, int index) {
    long key = batch.keys[index];
    return key > 0
        ? findOrAdd(key)
        : findOrAdd(key, batch.bytes, batch.from(index), batch.to(index));
  }

  /** The position of a word of another table, by its number there, new if it had none here. */
  int findOrAdd(WordTable other, int number) {
    long key = other.slots[other.positions[number] - 1];
    WordCharacters others = other.characters;
    return key > 0
        ? findOrAdd(key)
        : findOrAdd(key, others.bytes(), others.start(number), others.start(number + 1));
  }

  private int findOrAdd(long key) {
    int found = find(key);
    return found >= 0 ? found : add(~found, key);
  }

  private int findOrAdd(long key, byte[] bytes, int from, int to) {
    int found = find(key, bytes, from, to);
    return found >= 0 ? found : add(~found, key, bytes, from, to);
  }

  private int add(int at, long key) {
    byte[] bytes = WordKey.bytes(key);
    return add(at, key, bytes, 0, bytes.length);
  }

  private int add(int at, long key, byte[] bytes, int from, int to) {
    characters.add(bytes, from, to, WordKey.isWide(key));
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, size * 2);
    }
    put(at, key, size++);
    if (size * 2 > numbers.length) {
      grow();
    }
    return positions[size - 1];
  }

  private void put(int at, long key, int number) {
    slots[at] = key;
    numbers[at / WIDTH] = number;
    positions[number] = at + 1;
  }

  private void grow() {
    long[] taken = slots;
    slots = new long[Math.multiplyExact(taken.length, 2)];
    numbers = new int[numbers.length * 2];
    bits++;
    for (int number = 0; number < size; number++) {
      int from = positions[number] - 1;
      int at = firstSlot(taken[from]);
      while (slots[at] != 0) {
        at = after(at);
      }
      put(at, taken[from], number);
      slots[at + 1] = taken[from + 1];
    }
  }

  private int firstSlot(long key) {
    return firstPosition(key, bits) - 1;
  }

  /** Where the value of a word is if no other had taken the slot before. */
  static int firstPosition(long key, int bits) {
    return WordKey.spread(key, bits) * WIDTH + 1;
  }

  /** What {@link #firstPosition} needs to know; another after the table has grown. */
  int bits() {
    return bits;
  }

  private int after(int at) {
    return at + WIDTH & slots.length - 1;
  }
}
