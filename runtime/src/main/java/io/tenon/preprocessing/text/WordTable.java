package io.tenon.preprocessing.text;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A value of each word, found by its characters without a string being made. A word of up to eight
 * ASCII characters is its own key, packed into a long; a longer one has a hash with the highest bit
 * set. Open addressing, a power of two of slots, at most half of them taken. The value lies beside
 * the key, since a table of many words is larger than a processor's nearest cache and each place
 * that is looked at is one to wait for.
 */
final class WordTable {
  private static final int FIRST_SIZE = 1024;
  private static final int ASCII = 128;
  // A key and a value.
  private static final int WIDTH = 2;
  // Spreads keys over the slots (Fibonacci hashing), and the characters of long words over keys.
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /** The key of a word, 0 for a slot that is free; then its value. */
  private long[] slots;

  /** Of each slot, the number of its word. */
  private int[] numbers;

  /** What is left of a spread key when shifted by this is a slot. */
  private int shift;

  private char[] characters;

  /** Where in the characters each word begins; where the next would. */
  private int[] starts;

  /** Where in the slots the value of each word is. */
  private int[] positions;

  private int size;

  /**
   * @param expected how many words to make room for
   */
  WordTable(int expected) {
    int size = Integer.highestOneBit(Math.max(FIRST_SIZE, expected) * 2 - 1) * 2;
    this.slots = new long[size * WIDTH];
    this.numbers = new int[size];
    this.shift = Long.SIZE - Integer.numberOfTrailingZeros(size);
    this.characters = new char[8 * FIRST_SIZE];
    this.starts = new int[FIRST_SIZE + 1];
    this.positions = new int[FIRST_SIZE];
  }

  private WordTable(WordTable other) {
    this.slots = other.slots.clone();
    this.numbers = other.numbers.clone();
    this.shift = other.shift;
    this.characters = other.characters.clone();
    this.starts = other.starts.clone();
    this.positions = other.positions.clone();
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
    return String.valueOf(characters, starts[number], starts[number + 1] - starts[number]);
  }

  /** Where the value of the word of a number is. */
  int position(int number) {
    return positions[number];
  }

  /** The number of the word the value of which is at a position. */
  int number(int position) {
    return numbers[position / WIDTH];
  }

  /** The values of all words, at their positions; another array after a word has been added. */
  long[] values() {
    return slots;
  }

  /** The position of a word, or less than 0 if it has none. */
  int find(char[] chars, int from, int to) {
    long key = key(chars, from, to);
    return key > 0 ? find(key) : find(key, chars, from, to);
  }

  private int find(long key, char[] chars, int from, int to) {
    int at = at(key);
    while (slots[at] != 0) {
      if (slots[at] == key && isWord(numbers[at / WIDTH], chars, from, to)) {
        return at + 1;
      }
      at = after(at);
    }
    return ~at;
  }

  /** The position of a word of a batch, or less than 0 if it has none. */
  int find(WordBatch batch, int index) {
    long word = batch.word(index);
    return word > 0 ? find(word) : find(batch.bytes(), batch.from(index), batch.to(index));
  }

  private int find(long shortWord) {
    long[] slots = this.slots;
    int at = at(shortWord);
    while (slots[at] != shortWord) {
      if (slots[at] == 0) {
        return ~at;
      }
      at = at + WIDTH & slots.length - 1;
    }
    return at + 1;
  }

  private int find(byte[] ascii, int from, int to) {
    long key = hash(ascii, from, to);
    int at = at(key);
    while (slots[at] != 0) {
      if (slots[at] == key && isWord(numbers[at / WIDTH], ascii, from, to)) {
        return at + 1;
      }
      at = after(at);
    }
    return ~at;
  }

  /** The position of a word, which is new and has a value of 0 if it had none. */
  int findOrAdd(char[] chars, int from, int to) {
    int found = find(chars, from, to);
    return found >= 0 ? found : add(~found, key(chars, from, to), chars, from, to);
  }

  /** The position of a word of a batch, which is new and has a value of 0 if it had none. */
  int findOrAdd(WordBatch batch, int index) {
    int found = find(batch, index);
    return found >= 0 ? found : add(~found, batch, index);
  }

  /** The position of a word of another table, by its number there, new if it had none here. */
  int findOrAdd(WordTable other, int number) {
    long key = other.slots[other.positions[number] - 1];
    int from = other.starts[number];
    int to = other.starts[number + 1];
    int found = key > 0 ? find(key) : find(key, other.characters, from, to);
    return found >= 0 ? found : add(~found, key, other.characters, from, to);
  }

  private int add(int at, WordBatch batch, int index) {
    long word = batch.word(index);
    if (word > 0) {
      char[] chars = WordBytes.characters(word);
      return add(at, word, chars, 0, chars.length);
    }
    byte[] ascii = batch.bytes();
    int from = batch.from(index);
    int to = batch.to(index);
    char[] chars = new char[to - from];
    for (int i = 0; i < chars.length; i++) {
      chars[i] = (char) ascii[from + i];
    }
    return add(at, hash(ascii, from, to), chars, 0, chars.length);
  }

  private int add(int at, long key, char[] chars, int from, int to) {
    int start = makeRoom(to - from);
    System.arraycopy(chars, from, characters, start, to - from);
    put(at, key, size++);
    if (size * 2 > numbers.length) {
      grow();
    }
    return positions[size - 1];
  }

  /** Makes room for the next word; returns where its characters go. */
  private int makeRoom(int length) {
    int start = starts[size];
    int end = Math.addExact(start, length);
    if (end > characters.length) {
      characters = Arrays.copyOf(characters, (int) Math.min(Integer.MAX_VALUE - 8, end * 2L));
    }
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, size * 2);
      starts = Arrays.copyOf(starts, size * 2 + 1);
    }
    starts[size + 1] = end;
    return start;
  }

  private void put(int at, long key, int number) {
    slots[at] = key;
    numbers[at / WIDTH] = number;
    positions[number] = at + 1;
  }

  private boolean isWord(int number, char[] chars, int from, int to) {
    return Arrays.equals(chars, from, to, characters, starts[number], starts[number + 1]);
  }

  private boolean isWord(int number, byte[] ascii, int from, int to) {
    int start = starts[number];
    if (starts[number + 1] - start != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (characters[start + i - from] != ascii[i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    long[] taken = slots;
    slots = new long[Math.multiplyExact(taken.length, 2)];
    numbers = new int[numbers.length * 2];
    shift--;
    for (int number = 0; number < size; number++) {
      int from = positions[number] - 1;
      int at = at(taken[from]);
      while (slots[at] != 0) {
        at = after(at);
      }
      put(at, taken[from], number);
      slots[at + 1] = taken[from + 1];
    }
  }

  private int at(long key) {
    return (int) ((key * SPREAD) >>> shift) * WIDTH;
  }

  private int after(int at) {
    return at + WIDTH & slots.length - 1;
  }

  private static long key(char[] chars, int from, int to) {
    for (int i = from; i < to; i++) {
      if (chars[i] == 0 || chars[i] >= ASCII) {
        return hash(chars, from, to);
      }
    }
    if (to - from <= Long.BYTES) {
      return packed(chars, from, to);
    }
    long hash = 0;
    for (int i = from; i < to; i += Long.BYTES) {
      hash = next(hash, packed(chars, i, Math.min(i + Long.BYTES, to)));
    }
    return hash | Long.MIN_VALUE;
  }

  private static long packed(char[] chars, int from, int to) {
    long packed = 0;
    for (int i = to - 1; i >= from; i--) {
      packed = packed << Byte.SIZE | chars[i];
    }
    return packed;
  }

  private static long hash(char[] chars, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i++) {
      hash = next(hash, chars[i]);
    }
    return hash | Long.MIN_VALUE;
  }

  private static long hash(byte[] ascii, int from, int to) {
    long hash = 0;
    for (int i = from; i < to; i += Long.BYTES) {
      long eight = WordBytes.read(ascii, i);
      hash = next(hash, WordBytes.first(eight, Math.min(Long.BYTES, to - i)));
    }
    return hash | Long.MIN_VALUE;
  }

  private static long next(long hash, long characters) {
    long sum = (hash + characters) * SPREAD;
    return sum ^ (sum >>> 32);
  }
}
