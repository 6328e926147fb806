package io.tenon.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of so many elements. */
final class BatchedIterator<T> extends Lookahead<List<T>> {
  private final DataIterator<T> elements;
  private final int size;
  private final boolean dropRemainder;

  BatchedIterator(DataIterator<T> elements, int size, boolean dropRemainder) {
    this.elements = elements;
    this.size = size;
    this.dropRemainder = dropRemainder;
  }

  @Override
  Optional<List<T>> find() {
    List<T> batch = new ArrayList<>();
    while (batch.size() < size && elements.hasNext()) {
      batch.add(elements.next());
    }
    boolean left = batch.isEmpty() || dropRemainder && batch.size() < size;
    return left ? Optional.empty() : Optional.of(batch);
  }

  @Override
  public void close() {
    elements.close();
  }
}
