package io.tenon.data;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** What a stream gives, which can be read once. */
final class OnePass<T> implements Dataset<T> {
  private final Stream<? extends T> stream;
  private final AtomicBoolean begun = new AtomicBoolean();

  OnePass(Stream<? extends T> stream) {
    this.stream = stream;
  }

  @Override
  public DataIterator<T> open(long pass) {
    if (begun.getAndSet(true)) {
      throw new DataException(
          "a stream can be read once, and it has ended or was read before; set stepsPerEpoch so"
              + " that it lasts for all epochs, or give a Dataset or Iterable, which begins anew");
    }
    DataIterator<T> elements = DataIterator.of(stream.iterator());
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
      public void close() {
        stream.close();
      }
    };
  }
}
