package io.tenon.benchmarks.tenon;

import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.Arrays;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Tenon's LSTM beside oneDNN's own, training, at the sizes of W3 and W4 and at others: which of the
 * two a layer should run on. Ours also arranges its input and the input's gradient by time, which
 * oneDNN's is given so.
 *
 * <p>Alone on two cores, oneDNN's is ahead by a twentieth to a fifth, which is about what ours
 * takes to arrange its input, and neither made a step of W3 faster. Beside another busy process,
 * oneDNN's takes up to four times as long as ours at W3 and W4, since its threads wait for each
 * other at every step of a sequence, where ours wait once. So layers train with ours.
 */
public final class LstmBenchmark {
  private static final int ROUNDS = 5;
  private static final int RUNS = 60;

  private LstmBenchmark() {}

  /** Prints microseconds, the median of the runs of the fastest round of each. */
  public static void main(String[] arguments) {
    System.out.println("LSTM, microseconds             forward  backward");
    compare("W3: 32 x 80 x 128, 128 units", 32, 80, 128, 128);
    compare("W4: 32 x 100 x 512, 32 units", 32, 100, 512, 32);
    compare("small: 32 x 20 x 16, 16 units", 32, 20, 16, 16);
    compare("wide: 64 x 50 x 256, 256 units", 64, 50, 256, 256);
  }

  private static void compare(String name, int batch, int time, int features, int units) {
    Graph graph =
        Graph.builder("Lstm")
            .input("x", time + " " + features)
            .layer("y", Layers.lstm(units).returnSequences(true), "x")
            .output("y")
            .build();
    try (Parameters parameters = Parameters.of(graph, 1);
        Gradients gradients = Gradients.of(parameters);
        Plan plan = Plan.forGradients(graph, parameters, gradients, batch);
        LstmPrimitives primitives = new LstmPrimitives(batch, time, features, units)) {
      plan.input("x").assign(Nd4j.randn(plan.input("x").shape()).muli(0.1));
      plan.outputGradient("y").assign(0.1);
      double[] ours = {Double.MAX_VALUE, Double.MAX_VALUE};
      double[] theirs = ours.clone();
      for (int round = 0; round < ROUNDS; round++) {
        measure(plan::forwardInTraining, plan::backward, ours);
        measure(primitives::forward, primitives::backward, theirs);
      }
      System.out.println(name);
      print("Tenon", ours);
      print("oneDNN", theirs);
    }
  }

  private static void measure(Runnable forward, Runnable backward, double[] best) {
    double[][] times = new double[2][RUNS];
    for (int run = 0; run < RUNS; run++) {
      times[0][run] = time(forward);
      times[1][run] = time(backward);
    }
    for (int i = 0; i < best.length; i++) {
      Arrays.sort(times[i]);
      best[i] = Math.min(best[i], times[i][RUNS / 2]);
    }
  }

  private static double time(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e3;
  }

  private static void print(String who, double[] times) {
    System.out.printf("  %-26s %9.0f %9.0f%n", who, times[0], times[1]);
  }
}
