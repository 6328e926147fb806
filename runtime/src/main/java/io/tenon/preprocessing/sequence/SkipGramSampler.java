package io.tenon.preprocessing.sequence;

import io.tenon.data.DataException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Draws pairs of words from one sequence. */
final class SkipGramSampler {
  private final int[] sequence;
  private final int vocabularySize;
  private final SkipGramOptions options;
  private final SplittableRandom random;

  SkipGramSampler(int[] sequence, int vocabularySize, SkipGramOptions options) {
    this.sequence = sequence;
    this.vocabularySize = vocabularySize;
    this.options = options;
    this.random = new SplittableRandom(options.seed());
    check();
  }

  private void check() {
    double[] table = options.samplingTable();
    int words = table == null ? vocabularySize : Math.min(vocabularySize, table.length);
    for (int i = 0; i < sequence.length; i++) {
      if (sequence[i] < 0 || sequence[i] >= words) {
        throw new DataException(
            "element %d of the sequence is word %d, but %s has words 0 to %d"
                .formatted(
                    i,
                    sequence[i],
                    words == vocabularySize ? "the vocabulary" : "the sampling table",
                    words - 1));
      }
    }
  }

  SkipGrams sample() {
    int[] near = nearPairs();
    int positives = near.length / 2;
    int negatives = (int) (positives * options.negativeSamples());
    if (positives == 0) {
      return new SkipGrams(none(0, 2), options.categorical() ? none(0, 2) : none(0));
    }
    int[] couples = IntStream.concat(IntStream.of(near), randomPairs(near, negatives)).toArray();
    int[] order = IntStream.range(0, positives + negatives).toArray();
    if (options.shuffle()) {
      shuffle(order);
    }
    return gather(couples, positives, order);
  }

  private static INDArray none(long... shape) {
    return Nd4j.create(DataType.INT32, shape);
  }

  /** Every word with each of its neighbours. */
  private int[] nearPairs() {
    double[] table = options.samplingTable();
    IntStream.Builder pairs = IntStream.builder();
    for (int i = 0; i < sequence.length; i++) {
      int word = sequence[i];
      if (word == 0 || (table != null && table[word] < random.nextDouble())) {
        continue;
      }
      int last = Math.min(sequence.length - 1, i + options.windowSize());
      for (int j = Math.max(0, i - options.windowSize()); j <= last; j++) {
        if (j != i && sequence[j] != 0) {
          pairs.add(word).add(sequence[j]);
        }
      }
    }
    return pairs.build().toArray();
  }

  /** First words as they are among the near pairs, second ones from the whole vocabulary. */
  private IntStream randomPairs(int[] near, int count) {
    int[] firsts = IntStream.range(0, near.length / 2).map(i -> near[2 * i]).toArray();
    shuffle(firsts);
    int[] pairs = new int[2 * count];
    for (int i = 0; i < count; i++) {
      pairs[2 * i] = firsts[i % firsts.length];
      pairs[2 * i + 1] = random.nextInt(1, vocabularySize);
    }
    return IntStream.of(pairs);
  }

  private void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }

  private SkipGrams gather(int[] couples, int positives, int[] order) {
    int width = options.categorical() ? 2 : 1;
    int[] gathered = new int[couples.length];
    int[] labels = new int[order.length * width];
    for (int i = 0; i < order.length; i++) {
      gathered[2 * i] = couples[2 * order[i]];
      gathered[2 * i + 1] = couples[2 * order[i] + 1];
      int label = order[i] < positives ? 1 : 0;
      if (width == 1) {
        labels[i] = label;
      } else {
        labels[2 * i + label] = 1;
      }
    }
    long[] shape = width == 1 ? new long[] {order.length} : new long[] {order.length, 2};
    return new SkipGrams(
        Nd4j.createFromArray(gathered).reshape('c', order.length, 2),
        Nd4j.createFromArray(labels).reshape('c', shape));
  }
}
