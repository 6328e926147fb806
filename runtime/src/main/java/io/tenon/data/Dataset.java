package io.tenon.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Elements that are made as they are read, pass after pass, as {@code tf.data.Dataset}: arrays,
 * files, or a generator, and what is done to them on the way.
 *
 * <pre>{@code
 * Dataset<Samples> digits =
 *     Dataset.of(files)
 *         .shuffle(10_000, 42)
 *         .map(4, Digits::decode)
 *         .batch(32, Samples::concatenate)
 *         .prefetch(2);
 * }</pre>
 *
 * <p>A dataset is a description: it holds no state but a cache, and each pass begins anew. Elements
 * must not be null.
 *
 * @param <T> what it gives
 */
@FunctionalInterface
public interface Dataset<T> extends Iterable<T> {
  /**
   * Begins a pass.
   *
   * @param pass which pass it is, counted from 0: what shuffles gives another order in each, and
   *     the same order in the same one
   */
  DataIterator<T> open(long pass);

  /** The first pass. */
  @Override
  default Iterator<T> iterator() {
    return open(0);
  }

  /** Elements that are there already; they are asked anew in each pass. */
  static <T> Dataset<T> of(Iterable<? extends T> elements) {
    if (elements instanceof Dataset<? extends T> dataset) {
      return dataset.map(element -> element);
    }
    return pass -> DataIterator.of(elements.iterator());
  }

  /**
   * What a generator gives, which may never end; {@link #take} or {@code stepsPerEpoch} limits it.
   *
   * @param start begins anew for each pass
   */
  static <T> Dataset<T> generate(Supplier<? extends Iterator<? extends T>> start) {
    return pass -> DataIterator.of(start.get());
  }

  /**
   * What a stream gives, in a single pass: a second one is refused. It is closed with the pass.
   *
   * <pre>{@code
   * network.fit(Dataset.of(batches), fit -> fit.epochs(5).stepsPerEpoch(100));
   * }</pre>
   */
  static <T> Dataset<T> of(Stream<? extends T> stream) {
    return new OnePass<>(stream);
  }

  /** The samples of arrays, one by one. */
  static Dataset<Samples> of(Samples samples) {
    return of(new SampleList(samples));
  }

  /** Each element turned into another. */
  default <R> Dataset<R> map(Function<? super T, ? extends R> function) {
    return pass -> new MappedIterator<>(open(pass), function);
  }

  /**
   * Each element turned into another, several at a time, in their order.
   *
   * @param threads how many at a time
   * @param function is called from other threads
   * @throws IllegalArgumentException if there are less than 1 thread
   */
  default <R> Dataset<R> map(int threads, Function<? super T, ? extends R> function) {
    Sizes.positive("threads", threads);
    return pass -> new ParallelIterator<>(open(pass), threads, function);
  }

  /** The elements that pass a test. */
  default Dataset<T> filter(Predicate<? super T> test) {
    return pass -> new FilteredIterator<>(open(pass), test);
  }

  /**
   * The elements in another order: each is drawn from a buffer that the following ones fill. Only a
   * buffer as large as the dataset makes every order as likely.
   *
   * @param bufferSize how many elements are held
   * @param seed makes the orders of all passes the same in each run
   * @throws IllegalArgumentException if the buffer is less than 1
   */
  default Dataset<T> shuffle(int bufferSize, long seed) {
    Sizes.positive("bufferSize", bufferSize);
    return pass -> new ShuffledIterator<>(open(pass), bufferSize, seed, pass);
  }

  /** Lists of so many elements; the last may be shorter. */
  default Dataset<List<T>> batch(int size) {
    return batch(size, false);
  }

  /**
   * Lists of so many elements.
   *
   * @param dropRemainder whether a last, shorter list is left out
   * @throws IllegalArgumentException if the size is less than 1
   */
  default Dataset<List<T>> batch(int size, boolean dropRemainder) {
    Sizes.positive("size", size);
    return pass -> new BatchedIterator<>(open(pass), size, dropRemainder);
  }

  /** So many elements made one, such as by {@code Samples::concatenate}. */
  default <R> Dataset<R> batch(int size, Function<? super List<T>, ? extends R> collate) {
    return batch(size).map(collate);
  }

  /** One pass after the other, without end. */
  default Dataset<T> repeat() {
    return pass -> new RepeatedIterator<>(this, pass, Long.MAX_VALUE);
  }

  /**
   * So many passes as one.
   *
   * @throws IllegalArgumentException if less than 1
   */
  default Dataset<T> repeat(int times) {
    Sizes.positive("times", times);
    return pass -> new RepeatedIterator<>(this, pass * times, times);
  }

  /** At most so many elements. */
  default Dataset<T> take(long count) {
    Sizes.notNegative("count", count);
    return pass -> new TakenIterator<>(open(pass), count);
  }

  /** All but the first elements. */
  default Dataset<T> skip(long count) {
    Sizes.notNegative("count", count);
    return pass -> {
      DataIterator<T> elements = open(pass);
      for (long i = 0; i < count && elements.hasNext(); i++) {
        elements.next();
      }
      return elements;
    };
  }

  /** Keeps what the first whole pass gave, and gives that from then on. */
  default Dataset<T> cache() {
    return new CachedDataset<>(this);
  }

  /**
   * Makes elements on another thread before they are asked for.
   *
   * @param bufferSize how many may be ready
   * @throws IllegalArgumentException if less than 1
   */
  default Dataset<T> prefetch(int bufferSize) {
    Sizes.positive("bufferSize", bufferSize);
    return pass -> new PrefetchedIterator<>(() -> open(pass), bufferSize);
  }

  /** All elements of the first pass; for datasets that end. */
  default List<T> toList() {
    List<T> elements = new ArrayList<>();
    try (DataIterator<T> pass = open(0)) {
      while (pass.hasNext()) {
        elements.add(pass.next());
      }
    }
    return elements;
  }
}
