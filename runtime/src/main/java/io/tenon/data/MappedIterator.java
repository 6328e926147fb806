package io.tenon.data;

import java.util.function.Function;

/** Each element turned into another. */
final class MappedIterator<T, R> implements DataIterator<R> {
  private final DataIterator<T> elements;
  private final Function<? super T, ? extends R> function;

  MappedIterator(DataIterator<T> elements, Function<? super T, ? extends R> function) {
    this.elements = elements;
    this.function = function;
  }

  @Override
  public boolean hasNext() {
    return elements.hasNext();
  }

  @Override
  public R next() {
    return function.apply(elements.next());
  }

  @Override
  public void close() {
    elements.close();
  }
}
