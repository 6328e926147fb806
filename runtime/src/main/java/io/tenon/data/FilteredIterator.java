package io.tenon.data;

import java.util.Optional;
import java.util.function.Predicate;

/** The elements that pass a test. */
final class FilteredIterator<T> extends Lookahead<T> {
  private final DataIterator<T> elements;
  private final Predicate<? super T> test;

  FilteredIterator(DataIterator<T> elements, Predicate<? super T> test) {
    this.elements = elements;
    this.test = test;
  }

  @Override
  Optional<T> find() {
    while (elements.hasNext()) {
      T element = elements.next();
      if (test.test(element)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    elements.close();
  }
}
