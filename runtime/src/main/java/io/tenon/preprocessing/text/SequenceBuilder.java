package io.tenon.preprocessing.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes sequences of numbers of the words of texts. */
final class SequenceBuilder implements TextSink {
  private final WordNumbers numbers;
  private final int limit;
  private final int oov;
  private final int[] found = new int[WordBatch.SIZE];
  private final IntBuilder sequence = new IntBuilder();
  private final List<int[]> sequences = new ArrayList<>();

  /**
   * @param limit words have numbers below it
   * @param oov what stands for the others, or 0 to leave them out
   */
  SequenceBuilder(WordNumbers numbers, int limit, int oov) {
    this.numbers = numbers;
    this.limit = limit;
    this.oov = oov;
  }

  @Override
  public void accept(char[] chars, int from, int to) {
    int used = used(numbers.find(chars, from, to));
    if (used > 0) {
      sequence.add(used);
    }
  }

  @Override
  public void accept(WordBatch batch) {
    numbers.find(batch, found);
    int size = batch.size;
    int unused = 0;
    for (int i = 0; i < size; i++) {
      found[i] = used(found[i]);
      // 1 if it is 0
      unused += found[i] - 1 >>> Integer.SIZE - 1;
    }
    int word = 0;
    for (int text = 0; text < batch.texts; text++) {
      int end = batch.end(text);
      if (unused == 0 && sequence.size() == 0) {
        sequences.add(Arrays.copyOfRange(found, word, end));
      } else {
        add(word, end);
        endText();
      }
      word = end;
    }
    add(word, size);
  }

  private void add(int from, int to) {
    for (int i = from; i < to; i++) {
      if (found[i] > 0) {
        sequence.add(found[i]);
      }
    }
  }

  private int used(int number) {
    return number > 0 && number < limit ? number : oov;
  }

  @Override
  public void endText() {
    sequences.add(sequence.toArray());
    sequence.clear();
  }

  /** The sequence of each text that has ended. */
  List<int[]> sequences() {
    return sequences;
  }
}
