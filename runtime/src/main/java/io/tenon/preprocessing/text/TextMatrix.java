package io.tenon.preprocessing.text;

import io.tenon.data.DataException;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Texts as rows of one matrix, a column for each number of a word. */
final class TextMatrix {
  private final Vocabulary vocabulary;
  private final int columns;
  private final MatrixMode mode;
  private final int[] counts;

  TextMatrix(Vocabulary vocabulary, int columns, MatrixMode mode) {
    this.vocabulary = vocabulary;
    this.columns = columns;
    this.mode = mode;
    this.counts = new int[columns];
  }

  /** (sequences, columns) float32. Numbers past the last column are left out. */
  INDArray of(int[][] sequences) {
    if (sequences.length == 0) {
      throw new DataException("there are no texts to make a matrix of");
    }
    if ((long) sequences.length * columns > Integer.MAX_VALUE) {
      throw new DataException(
          "a matrix of %d texts by %d words does not fit into one array; set numWords, or make it"
                  .formatted(sequences.length, columns)
              + " in parts");
    }
    float[] flat = new float[sequences.length * columns];
    for (int row = 0; row < sequences.length; row++) {
      fill(row, sequences[row], flat);
    }
    return Nd4j.createFromArray(flat).reshape('c', sequences.length, columns);
  }

  private void fill(int row, int[] sequence, float[] flat) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < sequence.length; i++) {
      int index = sequence[i];
      if (index < 0) {
        throw new DataException(
            "element %d of text %d is word %d; words are 0 or more".formatted(i, row, index));
      }
      if (index < columns) {
        counts[index]++;
      }
    }
    for (int index : sequence) {
      if (index < columns) {
        flat[row * columns + index] = (float) value(index, counts[index], sequence.length);
      }
    }
  }

  private double value(int index, int count, int words) {
    return switch (mode) {
      case BINARY -> 1;
      case COUNT -> count;
      case FREQ -> (double) count / words;
      case TFIDF -> {
        long documents = vocabulary.indexDocs().getOrDefault(index, 0L);
        double rarity = Math.log(1 + (double) vocabulary.documentCount / (1 + documents));
        yield (1 + Math.log(count)) * rarity;
      }
    };
  }
}
