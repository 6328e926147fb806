package io.tenon.data;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Each element turned into another on one of several threads, in the order of the elements. */
final class ParallelIterator<T, R> extends Lookahead<R> {
  private final DataIterator<T> elements;
  private final Function<? super T, ? extends R> function;
  private final ExecutorService executor;
  private final Deque<Future<? extends R>> running = new ArrayDeque<>();
  private final int most;

  ParallelIterator(
      DataIterator<T> elements, int threads, Function<? super T, ? extends R> function) {
    this.elements = elements;
    this.function = function;
    this.executor = Executors.newFixedThreadPool(threads, Threads::daemon);
    this.most = 2 * threads; // so that a slow element does not hold up the others
  }

  @Override
  Optional<R> find() {
    while (running.size() < most && elements.hasNext()) {
      T element = elements.next();
      running.add(executor.submit(() -> function.apply(element)));
    }
    Future<? extends R> first = running.poll();
    return first == null ? Optional.empty() : Optional.of(Threads.result(first, this));
  }

  @Override
  public void close() {
    executor.shutdownNow();
    elements.close();
  }
}
