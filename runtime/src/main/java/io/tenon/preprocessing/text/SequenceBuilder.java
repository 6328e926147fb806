package io.tenon.preprocessing.text;

import java.util.ArrayList;
import java.util.List;

/** Makes sequences of numbers of the words of texts. */
final class SequenceBuilder implements TextSink {
  private final WordNumbers numbers;
  private final int limit;
  private final int oov;
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
    add(numbers.find(chars, from, to));
  }

  @Override
  public void accept(byte[] ascii, int from, int to) {
    add(numbers.find(ascii, from, to));
  }

  @Override
  public void accept(long ascii) {
    add(numbers.find(ascii));
  }

  private void add(int number) {
    int used = number > 0 && number < limit ? number : oov;
    if (used > 0) {
      sequence.add(used);
    }
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
