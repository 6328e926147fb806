package io.tenon.preprocessing.text;

import java.util.ArrayList;
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
    int word = 0;
    for (int text = 0; text < batch.texts(); text++) {
      add(word, batch.end(text));
      endText();
      word = batch.end(text);
    }
    add(word, batch.size());
  }

  private void add(int from, int to) {
    int[] values = sequence.withRoomFor(to - from);
    int size = sequence.size();
    for (int i = from; i < to; i++) {
      int used = used(found[i]);
      // Without a branch: if it is 0, the next takes its place.
      values[size] = used;
      size += Math.min(used, 1);
    }
    sequence.setSize(size);
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
