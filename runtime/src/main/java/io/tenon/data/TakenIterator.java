package io.tenon.data;

import java.util.Optional;

/** The first elements; the one after them is never asked for. */
final class TakenIterator<T> extends Lookahead<T> {
  private final DataIterator<T> elements;
  private long left;

  TakenIterator(DataIterator<T> elements, long count) {
    this.elements = elements;
    this.left = count;
  }

  @Override
  Optional<T> find() {
    return left-- > 0 && elements.hasNext() ? Optional.of(elements.next()) : Optional.empty();
  }

  @Override
  public void close() {
    elements.close();
  }
}
