package io.tenon.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Sixteen threads predict on one model for a minute, and each gets what one alone gets. */
@Tag("slow")
final class PredictionSoakTest {
  private static final int THREADS = 16;
  private static final long SECONDS = 60;

  /** More sizes than a pool keeps plans for, so that plans come and go meanwhile. */
  private static final int[] SIZES = {1, 2, 3, 5, 8, 13, 21, 32, 33, 64, 100, 300};

  private record Case(INDArray picture, INDArray words, INDArray expected) {}

  @Test
  void manyThreadsGetTheNumbersOfOne() throws Exception {
    try (Network network = Network.builder(SoakGraphs.mixed()).seed(1).build()) {
      List<Case> cases = new ArrayList<>();
      for (int size : SIZES) {
        INDArray picture = SoakGraphs.pictures(size);
        INDArray words = SoakGraphs.words(size);
        cases.add(new Case(picture, words, predict(network, picture, words)));
      }
      LongAdder predictions = new LongAdder();
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      ExecutorService pool = Executors.newFixedThreadPool(THREADS);
      try {
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
          int first = thread;
          running.add(pool.submit(() -> predictUntil(end, network, cases, first, predictions)));
        }
        for (Future<?> one : running) {
          one.get();
        }
      } finally {
        pool.shutdownNow();
      }
      System.out.printf(
          "%d threads made %,d predictions in %d s, all the same as one thread's%n",
          THREADS, predictions.sum(), SECONDS);
      assertThat(predictions.sum()).isGreaterThan(THREADS * (long) SIZES.length);
    }
  }

  private static void predictUntil(
      long end, Network network, List<Case> cases, int first, LongAdder predictions) {
    for (int i = first; System.nanoTime() < end; i++) {
      Case one = cases.get(i % cases.size());
      INDArray found = predict(network, one.picture(), one.words());
      assertThat(found).as("%d samples", one.picture().size(0)).isEqualTo(one.expected());
      predictions.increment();
    }
  }

  private static INDArray predict(Network network, INDArray picture, INDArray words) {
    return network.predict(picture, words)[0];
  }
}
