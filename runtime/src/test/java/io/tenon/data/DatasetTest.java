package io.tenon.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class DatasetTest {
  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  private static <T> List<T> pass(Dataset<T> dataset, long pass) {
    List<T> elements = new ArrayList<>();
    try (DataIterator<T> iterator = dataset.open(pass)) {
      iterator.forEachRemaining(elements::add);
    }
    return elements;
  }

  @Property
  void everyElementComesOnceWhateverIsDoneOnTheWay(
      @ForAll @IntRange(max = 60) int count,
      @ForAll @IntRange(min = 1, max = 70) int buffer,
      @ForAll @IntRange(min = 1, max = 9) int batch,
      @ForAll @IntRange(min = 1, max = 4) int threads) {
    Dataset<List<Integer>> dataset =
        Dataset.of(numbers(count))
            .shuffle(buffer, 1)
            .map(threads, number -> number * 2)
            .batch(batch)
            .prefetch(threads);
    List<List<Integer>> batches = dataset.toList();
    assertThat(batches).hasSize((count + batch - 1) / batch);
    assertThat(batches.stream().flatMap(List::stream).sorted())
        .containsExactlyElementsOf(numbers(count).stream().map(number -> number * 2).toList());
  }

  @Test
  void theOrderIsAnotherInEachPassAndTheSameInTheSameOne() {
    Dataset<Integer> shuffled = Dataset.of(numbers(50)).shuffle(50, 7);
    assertThat(pass(shuffled, 0)).isEqualTo(pass(shuffled, 0)).isNotEqualTo(pass(shuffled, 1));
    assertThat(pass(Dataset.of(numbers(50)).shuffle(50, 8), 0)).isNotEqualTo(pass(shuffled, 0));
  }

  @Test
  void anElementComesNoEarlierThanTheBufferAllows() {
    List<Integer> order = Dataset.of(numbers(100)).shuffle(10, 3).toList();
    for (int i = 0; i < order.size(); i++) {
      assertThat(order.get(i)).isLessThan(i + 10);
    }
  }

  @Test
  void repeatsShuffleAnew() {
    Dataset<Integer> dataset = Dataset.of(numbers(20)).shuffle(20, 1);
    List<Integer> twice = dataset.repeat(2).toList();
    assertThat(twice.subList(0, 20)).isEqualTo(pass(dataset, 0));
    assertThat(twice.subList(20, 40)).isEqualTo(pass(dataset, 1));
    assertThat(pass(dataset.repeat(2), 1).subList(0, 20)).isEqualTo(pass(dataset, 2));
    assertThat(dataset.repeat().take(70).toList()).hasSize(70);
    assertThat(Dataset.of(List.<Integer>of()).repeat().toList()).isEmpty();
  }

  @Test
  void aGeneratorNeedNotEnd() {
    Dataset<Integer> squares =
        Dataset.generate(() -> Stream.iterate(0, number -> number + 1).iterator());
    assertThat(squares.map(x -> x * x).filter(x -> x % 2 == 0).skip(1).take(3).toList())
        .containsExactly(4, 16, 36);
  }

  @Test
  void aLastShortBatchMayBeLeftOut() {
    Dataset<Integer> five = Dataset.of(numbers(5));
    assertThat(five.batch(2).toList()).containsExactly(List.of(0, 1), List.of(2, 3), List.of(4));
    assertThat(five.batch(2, true).toList()).containsExactly(List.of(0, 1), List.of(2, 3));
  }

  @Test
  void aCacheAsksOnce() {
    AtomicInteger calls = new AtomicInteger();
    Dataset<Integer> cached = Dataset.of(numbers(3)).map(x -> x + calls.getAndIncrement()).cache();
    try (DataIterator<Integer> abandoned = cached.open(0)) {
      abandoned.next();
    }
    List<Integer> first = cached.toList();
    assertThat(cached.toList()).isEqualTo(first);
    assertThat(calls).hasValue(4);
  }

  @Test
  void severalThreadsWorkAtATimeAndKeepTheOrder() {
    CyclicBarrier together = new CyclicBarrier(3); // opens only if three wait at once
    var threads = ConcurrentHashMap.<Thread>newKeySet();
    List<Integer> mapped =
        Dataset.of(numbers(9))
            .map(
                3,
                number -> {
                  threads.add(Thread.currentThread());
                  try {
                    together.await();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                  return number;
                })
            .toList();
    assertThat(mapped).isEqualTo(numbers(9));
    assertThat(threads).hasSize(3).doesNotContain(Thread.currentThread());
  }

  @Test
  void whatGoesWrongOnAnotherThreadIsThrownToTheReader() {
    Dataset<Integer> broken =
        Dataset.of(numbers(5))
            .map(
                number -> {
                  if (number == 3) {
                    throw new DataException("sample 3 is broken");
                  }
                  return number;
                });
    for (Dataset<Integer> dataset : List.of(broken.prefetch(2), broken.map(2, x -> x))) {
      try (DataIterator<Integer> iterator = dataset.open(0)) {
        assertThatThrownBy(() -> iterator.forEachRemaining(number -> {}))
            .isInstanceOf(DataException.class)
            .hasMessage("sample 3 is broken");
      }
    }
  }

  @Test
  void closingAPassEndsItsThreads() {
    List<Thread> threads = new ArrayList<>();
    Dataset<Integer> endless =
        Dataset.generate(() -> Stream.iterate(0, number -> number + 1).iterator());
    try (DataIterator<Integer> iterator =
        endless
            .map(
                number -> {
                  if (number == 0) {
                    threads.add(Thread.currentThread());
                  }
                  return number;
                })
            .prefetch(1)
            .open(0)) {
      assertThat(iterator.next()).isZero();
    }
    assertThat(threads).hasSize(1);
    await(threads.get(0));
    assertThat(threads.get(0).isAlive()).isFalse();
  }

  private static void await(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(20).toMillis());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void samplesOfArraysComeOneByOneAndGoTogetherAgain() {
    Samples samples =
        Samples.builder()
            .input("x", Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}, {5, 6}}))
            .label("y", Nd4j.createFromArray(7, 8, 9))
            .build();
    List<Samples> batches = Dataset.of(samples).batch(2, Samples::concatenate).toList();
    assertThat(batches).hasSize(2);
    assertThat(batches.get(0).inputs().get("x"))
        .isEqualTo(Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}}));
    assertThat(batches.get(0).labels().get("y")).isEqualTo(Nd4j.createFromArray(7, 8));
    assertThat(batches.get(1).inputs().get("x"))
        .isEqualTo(Nd4j.createFromArray(new float[][] {{5, 6}}));
    assertThat(batches.get(1).count()).isEqualTo(1);
  }

  @Test
  void samplesThatDoNotGoTogetherAreRefused() {
    Samples one = Samples.builder().input("x", Nd4j.ones(1, 2)).build();
    Samples wide = Samples.builder().input("x", Nd4j.ones(1, 3)).build();
    Samples other = Samples.builder().input("z", Nd4j.ones(1, 2)).build();
    assertThatThrownBy(() -> Samples.concatenate(List.of(one, wide)))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "x has shape [1, 2] in one sample and [1, 3] in another; give all the same shape");
    assertThatThrownBy(() -> Samples.concatenate(List.of(one, other)))
        .hasMessage("x is missing in some of the samples");
    assertThatThrownBy(() -> Samples.concatenate(List.of()))
        .hasMessage("there are no samples to put together");
    assertThatThrownBy(
            () ->
                Samples.builder()
                    .input("x", Nd4j.ones(2, 2))
                    .label("y", Nd4j.ones(3, 1))
                    .build()
                    .count())
        .hasMessage("y has 3 samples, but the arrays before it have 2; every array needs as many");
  }

  @Test
  void sizesThatMakeNoSenseAreRefused() {
    Dataset<Integer> dataset = Dataset.of(numbers(3));
    assertThatThrownBy(() -> dataset.batch(0)).hasMessage("size must be 1 or more, found 0");
    assertThatThrownBy(() -> dataset.shuffle(0, 1))
        .hasMessage("bufferSize must be 1 or more, found 0");
    assertThatThrownBy(() -> dataset.map(0, x -> x))
        .hasMessage("threads must be 1 or more, found 0");
    assertThatThrownBy(() -> dataset.take(-1)).hasMessage("count must be 0 or more, found -1");
  }
}
