package io.tenon.data;

import java.util.Optional;

/** Passes over a dataset, one after the other; it ends where a pass gives nothing. */
final class RepeatedIterator<T> extends Lookahead<T> {
  private final Dataset<T> dataset;
  private final long first;
  private final long times;
  private long done;
  private DataIterator<T> elements;

  RepeatedIterator(Dataset<T> dataset, long first, long times) {
    this.dataset = dataset;
    this.first = first;
    this.times = times;
    this.elements = dataset.open(first);
  }

  @Override
  Optional<T> find() {
    if (elements.hasNext()) {
      return Optional.of(elements.next());
    }
    elements.close();
    done++;
    if (done >= times) {
      return Optional.empty();
    }
    elements = dataset.open(first + done);
    return elements.hasNext() ? Optional.of(elements.next()) : Optional.empty();
  }

  @Override
  public void close() {
    elements.close();
  }
}
