package io.tenon.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.ActivationFunction;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class AlonePlanTest {
  private static final Graph GRAPH =
      Graph.builder("Digits")
          .input("picture", "28 28 1")
          .layer("edges", Layers.conv2D(32, 3).activation(ActivationFunction.RELU), "picture")
          .layer("smaller", Layers.maxPooling2D(), "edges")
          .layer("features", Layers.flatten(), "smaller")
          .layer("hidden", Layers.dense(128).activation(ActivationFunction.RELU), "features")
          .layer("digit", Layers.dense(10), "hidden")
          .output("digit")
          .build();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 32, 100})
  void givesTheNumbersThatSeveralThreadsGive(int batch) {
    INDArray pictures = Nd4j.rand(DataType.FLOAT, batch, 28, 28, 1);
    try (Parameters parameters = Parameters.of(GRAPH, 1);
        Plan together = Plan.forPrediction(GRAPH, parameters, batch);
        Plan alone = Plan.forPrediction(GRAPH, parameters, batch, true)) {
      together.input("picture").assign(pictures);
      alone.input("picture").assign(pictures);

      together.forward();
      alone.forward();

      assertThat(alone.output("digit").toFloatMatrix())
          .isDeepEqualTo(together.output("digit").toFloatMatrix());
    }
  }
}
