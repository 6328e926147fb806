package io.tenon.plan;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.Loss;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.loss.Losses;
import io.tenon.optimizer.Optimizers;
import io.tenon.optimizer.Updater;
import java.util.Map;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class MemoryTest {
  private static final int WARM_UP = 2_000;
  private static final int STEPS = 20_000;

  /** What the process may grow by for reasons of its own: compiled code, the collector. */
  private static final long SLACK = 24L << 20;

  @Test
  void offHeapMemoryStaysFlatOverTwentyThousandSteps() {
    Graph graph =
        Graph.builder("Small")
            .input("x", "6 6 1")
            .layer("edges", Layers.conv2D(4, 3).activation(RELU), "x")
            .layer("smaller", Layers.maxPooling2D(), "edges")
            .layer("dropped", Layers.dropout(0.2), "smaller")
            .layer("flat", Layers.flatten(), "dropped")
            .layer("y", Layers.dense(3).activation(SOFTMAX), "flat")
            .output("y", Loss.SPARSE_CATEGORICAL_CROSSENTROPY)
            .build();
    try (Parameters parameters = Parameters.of(graph, 1);
        Gradients gradients = Gradients.of(parameters);
        Updater updater = Optimizers.adam().updater(parameters, gradients);
        Plan plan =
            Plan.forTraining(
                graph,
                parameters,
                gradients,
                8,
                Map.of("y", Losses.of(Loss.SPARSE_CATEGORICAL_CROSSENTROPY)),
                Map.of(),
                1)) {
      plan.input("x").assign(0.5);
      run(plan, updater, WARM_UP);
      long tracked = Pointer.totalBytes();
      long resident = Pointer.physicalBytes();
      run(plan, updater, STEPS);
      assertThat(Pointer.totalBytes()).isLessThanOrEqualTo(tracked);
      assertThat(Pointer.physicalBytes()).isLessThan(resident + SLACK);
    }
  }

  @Test
  void plansThatAreClosedGiveTheirMemoryBack() {
    Graph graph =
        Graph.builder("Wide")
            .input("x", "256")
            .layer("y", Layers.dense(256), "x")
            .output("y")
            .build();
    try (Parameters parameters = Parameters.of(graph, 1)) {
      for (int i = 0; i < 20; i++) {
        predictOnce(graph, parameters);
      }
      long resident = Pointer.physicalBytes();
      for (int i = 0; i < 300; i++) {
        predictOnce(graph, parameters); // 2 MiB each: 600 MiB if none came back
      }
      assertThat(Pointer.physicalBytes()).isLessThan(resident + 4 * SLACK);
    }
  }

  private static void predictOnce(Graph graph, Parameters parameters) {
    try (Plan plan = Plan.forPrediction(graph, parameters, 1024)) {
      plan.input("x").assign(1);
      plan.forward();
    }
  }

  private static void run(Plan plan, Updater updater, int steps) {
    for (int i = 0; i < steps; i++) {
      plan.step();
      updater.step();
    }
  }
}
