package io.tenon.data;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Elements that another thread makes before they are asked for. */
final class PrefetchedIterator<T> extends Lookahead<T> {
  private final BlockingQueue<Item<T>> ready;
  private final Thread thread;

  /** An element, or the end, or what went wrong. */
  private record Item<T>(Optional<T> element, @Nullable Throwable failure) {}

  PrefetchedIterator(Supplier<DataIterator<T>> source, int size) {
    this.ready = new ArrayBlockingQueue<>(size);
    this.thread = Threads.daemon(() -> run(source));
    thread.start();
  }

  private void run(Supplier<DataIterator<T>> source) {
    try {
      try (DataIterator<T> elements = source.get()) {
        while (elements.hasNext()) {
          ready.put(new Item<>(Optional.of(elements.next()), null));
        }
      } catch (InterruptedException e) {
        throw e;
      } catch (Throwable e) {
        ready.put(new Item<>(Optional.empty(), e));
        return;
      }
      ready.put(new Item<>(Optional.empty(), null));
    } catch (InterruptedException e) {
      // The pass was closed: nobody waits any more.
      Thread.currentThread().interrupt();
    }
  }

  @Override
  Optional<T> find() {
    try {
      Item<T> item = ready.take();
      if (item.failure != null) {
        throw Threads.rethrown(item.failure);
      }
      return item.element;
    } catch (InterruptedException e) {
      throw Threads.interrupted(this);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
