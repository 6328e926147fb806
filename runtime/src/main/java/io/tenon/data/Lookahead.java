package io.tenon.data;

import java.util.NoSuchElementException;
import java.util.Optional;

/** A pass that looks for its next element when asked whether there is one. */
abstract class Lookahead<T> implements DataIterator<T> {
  private Optional<T> next = Optional.empty();
  private boolean ended;

  /** The next element; none at the end, after which it is not asked again. */
  abstract Optional<T> find();

  @Override
  public final boolean hasNext() {
    if (next.isEmpty() && !ended) {
      next = find();
      if (next.isEmpty()) {
        ended = true;
        close();
      }
    }
    return next.isPresent();
  }

  @Override
  public final T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the dataset has no more elements");
    }
    T found = next.orElseThrow();
    next = Optional.empty();
    return found;
  }
}
