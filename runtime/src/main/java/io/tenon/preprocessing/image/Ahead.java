package io.tenon.preprocessing.image;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Things in order, made by several threads before they are asked for. Threads end by themselves
 * when nothing is asked for any more, so that a walk may be left at any time.
 *
 * @param <T> what is made
 */
final class Ahead<T> implements Iterator<T> {
  private static final int PER_THREAD = 2;

  private final int count;
  private final IntFunction<Optional<T>> maker;
  private final Runnable end;
  private final ThreadPoolExecutor threads;
  private final Queue<Future<Optional<T>>> made = new ArrayDeque<>();
  private final int most;
  private int asked;
  private Optional<T> next = Optional.empty();
  private boolean isEnded;

  /**
   * @param count how many there are
   * @param maker makes one by its number; an empty one is left out
   * @param end called once, when the last has been given out
   */
  Ahead(int count, int threads, IntFunction<Optional<T>> maker, Runnable end) {
    this.count = count;
    this.maker = maker;
    this.end = end;
    this.most = threads * PER_THREAD;
    this.threads =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "tenon-images");
              thread.setDaemon(true);
              return thread;
            });
    this.threads.allowCoreThreadTimeOut(true);
    ask();
  }

  private void ask() {
    while (asked < count && made.size() < most) {
      int number = asked++;
      made.add(threads.submit(() -> maker.apply(number)));
    }
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && !made.isEmpty()) {
      next = await(made.remove());
      ask();
    }
    endIfOver();
    return next.isPresent();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("this epoch has no more batches");
    }
    T given = next.orElseThrow();
    next = Optional.empty();
    endIfOver();
    return given;
  }

  private void endIfOver() {
    if (!isEnded && next.isEmpty() && made.isEmpty()) {
      isEnded = true;
      threads.shutdown();
      end.run();
    }
  }

  private Optional<T> await(Future<Optional<T>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a batch of images", e);
    } catch (ExecutionException e) {
      threads.shutdownNow();
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException("a batch of images could not be made", e.getCause());
    }
  }
}
