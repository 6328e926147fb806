package io.tenon.benchmarks.tenon;

import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Stopwatch;
import io.tenon.benchmarks.Workload;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Predictions a second of one model that several threads ask at once. */
public final class CallersBenchmark {
  private static final int ROUNDS = 5;
  private static final double SECONDS = 0.5;
  private static final int[] COUNTS = {1, 8, Workload.PREDICTION_BATCH};
  private static final int[] CALLERS = {1, 2, 4};

  private CallersBenchmark() {}

  /** Prints calls a second of all callers together, the median of several rounds. */
  public static void main(String... arguments) throws InterruptedException {
    System.out.println("calls a second         1 caller  2 callers  4 callers");
    for (Workload workload : List.of(Workload.W1, Workload.W2, Workload.W3, Workload.W5)) {
      if (arguments.length > 0 && !List.of(arguments).contains(workload.name())) {
        continue;
      }
      try (Session session = open(workload)) {
        for (int count : COUNTS) {
          System.out.printf("%s, %3d samples    ", workload, count);
          double[][] rates = new double[CALLERS.length][ROUNDS];
          for (int round = -1; round < ROUNDS; round++) {
            for (int i = 0; i < CALLERS.length; i++) {
              double rate = rate(session, count, CALLERS[i]);
              if (round >= 0) {
                rates[i][round] = rate;
              }
            }
          }
          for (double[] some : rates) {
            Arrays.sort(some);
            System.out.printf("%11.0f", some[ROUNDS / 2]);
          }
          System.out.println();
        }
      }
    }
  }

  private static Session open(Workload workload) {
    io.tenon.benchmarks.tenon.Arrays arrays =
        new io.tenon.benchmarks.tenon.Arrays(workload, Data.of(workload));
    return switch (workload) {
      case W1 -> Sessions.mlp(arrays, Purpose.SPEED);
      case W2 -> Sessions.cnn(arrays, Purpose.SPEED);
      case W3 -> Sessions.reviews(arrays, Purpose.SPEED);
      case W4 -> Sessions.news(arrays, Purpose.SPEED);
      case W5 -> Sessions.smallMlp(arrays, Purpose.SPEED);
    };
  }

  private static double rate(Session session, int count, int callers) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    double[] rates = new double[callers];
    for (int i = 0; i < callers; i++) {
      int caller = i;
      threads.add(
          new Thread(
              () -> {
                Stopwatch watch = new Stopwatch(SECONDS);
                session.predict(count, watch);
                rates[caller] = watch.steps() / watch.seconds();
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return Arrays.stream(rates).sum();
  }
}
