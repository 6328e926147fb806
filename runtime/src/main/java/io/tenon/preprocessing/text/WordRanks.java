package io.tenon.preprocessing.text;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Words by how frequent they are: the most frequent first; of equals, the one met first. */
final class WordRanks {
  private WordRanks() {}

  /** The words, by their places among the counts, in the order of their ranks. */
  static int[] order(long[] counts) {
    int size = counts.length;
    long most = LongStream.of(counts).max().orElse(0);
    // As much as this no text can have.
    Math.multiplyExact(Math.addExact(most, 1), size);
    long[] order = new long[size];
    for (int word = 0; word < size; word++) {
      order[word] = (most - counts[word]) * size + word;
    }
    Arrays.parallelSort(order);
    return LongStream.of(order).mapToInt(word -> (int) (word % size)).toArray();
  }
}
