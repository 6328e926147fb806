package io.tenon.preprocessing.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words with what is known of each, found by their characters: a string is made only of a word that
 * is new. Open addressing, a power of two of places, at most half of them taken.
 */
final class WordTable {
  private static final int FIRST_SIZE = 1024;
  // Spreads hashes of neighbouring words over the places (Fibonacci hashing).
  private static final int SPREAD = 0x9E3779B9;

  /** A word and its numbers. */
  static final class Entry {
    final String word;
    private final int hash;

    /** How often it was met. */
    long count;

    /** In how many texts it was met. */
    long documents;

    /** The last text it was met in. */
    long lastDocument = -1;

    /** Its number; 0 for none. */
    int index;

    Entry(String word, int hash) {
      this.word = word;
      this.hash = hash;
    }

    private boolean is(char[] chars, int from, int length, int hash) {
      if (this.hash != hash || word.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (word.charAt(i) != chars[from + i]) {
          return false;
        }
      }
      return true;
    }
  }

  private final List<Entry> entries = new ArrayList<>();
  private @Nullable Entry[] places = new @Nullable Entry[FIRST_SIZE];

  /** All words, in the order in which they were first met. */
  List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** The entry of a word, or null if it has none. */
  @Nullable Entry find(char[] chars, int from, int to) {
    return places[place(chars, from, to - from, hash(chars, from, to))];
  }

  /** The entry of a word, a new one if it had none. */
  Entry findOrAdd(char[] chars, int from, int to) {
    int hash = hash(chars, from, to);
    int place = place(chars, from, to - from, hash);
    Entry found = places[place];
    if (found != null) {
      return found;
    }
    Entry added = new Entry(String.valueOf(chars, from, to - from), hash);
    places[place] = added;
    entries.add(added);
    if (entries.size() * 2 > places.length) {
      grow();
    }
    return added;
  }

  /** The entry of a word, a new one if it had none. */
  Entry findOrAdd(String word) {
    char[] chars = word.toCharArray();
    return findOrAdd(chars, 0, chars.length);
  }

  /** Where a word is, or would be put. */
  private int place(char[] chars, int from, int length, int hash) {
    int mask = places.length - 1;
    int place = first(hash, mask);
    Entry entry = places[place];
    while (entry != null && !entry.is(chars, from, length, hash)) {
      place = (place + 1) & mask;
      entry = places[place];
    }
    return place;
  }

  private void grow() {
    places = new @Nullable Entry[places.length * 2];
    int mask = places.length - 1;
    for (Entry entry : entries) {
      int place = first(entry.hash, mask);
      while (places[place] != null) {
        place = (place + 1) & mask;
      }
      places[place] = entry;
    }
  }

  private static int first(int hash, int mask) {
    int spread = hash * SPREAD;
    return (spread ^ (spread >>> 16)) & mask;
  }

  private static int hash(char[] chars, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash;
  }
}
