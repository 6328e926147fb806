package io.tenon.data;

import java.util.Iterator;

/**
 * One pass over a {@link Dataset}. Closing it ends its threads and closes its files; a pass that is
 * read to its end has closed them already.
 */
public interface DataIterator<T> extends Iterator<T>, AutoCloseable {
  @Override
  void close();

  /** A pass over what needs no closing. */
  static <T> DataIterator<T> of(Iterator<? extends T> elements) {
    return new DataIterator<>() {
      @Override
      public boolean hasNext() {
        return elements.hasNext();
      }

      @Override
      public T next() {
        return elements.next();
      }

      @Override
      public void close() {}
    };
  }
}
