package io.tenon.plan;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.Padding.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import org.junit.jupiter.api.Test;

/** A forward pass needs about what its two widest neighbours hold, however deep the network. */
class PredictionMemoryTest {
  private static final int BATCH = 32;

  private static long bytes(Graph graph) {
    try (Parameters parameters = Parameters.of(graph, 1);
        Plan plan = Plan.forPrediction(graph, parameters, BATCH)) {
      return plan.arenaBytes();
    }
  }

  @Test
  void denseLayersShareTwoBuffers() {
    GraphBuilder graph = Graph.builder("Deep").input("x", "512");
    String read = "x";
    for (int i = 0; i < 12; i++) {
      graph.layer("layer" + i, Layers.dense(512).activation(RELU), read);
      read = "layer" + i;
    }
    long two = 2L * BATCH * 512 * Float.BYTES;
    assertThat(bytes(graph.output(read).build())).isLessThan(two + two / 4);
  }

  @Test
  void convolutionsAndPoolingsShareTheWidestTwo() {
    Graph graph =
        Graph.builder("Pictures")
            .input("x", "32 32 16")
            .layer("a", Layers.conv2D(16, 3).padding(SAME).activation(RELU), "x")
            .layer("b", Layers.conv2D(16, 3).padding(SAME).activation(RELU), "a")
            .layer("c", Layers.conv2D(16, 3).padding(SAME).activation(RELU), "b")
            .layer("d", Layers.maxPooling2D(), "c")
            .layer("e", Layers.batchNormalization(), "d")
            .layer("f", Layers.dropout(0.5), "e")
            .layer("g", Layers.flatten(), "f")
            .layer("y", Layers.dense(10), "g")
            .output("y")
            .build();
    long two = 2L * BATCH * 32 * 32 * 16 * Float.BYTES;
    assertThat(bytes(graph)).isLessThan(two + two / 4);
  }
}
