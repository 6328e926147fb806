package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.optimizer.Updater;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Five updates of two variables, against Keras's. */
class OptimizerGoldenTest {
  static Stream<Arguments> cases() {
    return GoldenFiles.cases("training/optimizers.json").stream()
        .map(which -> Arguments.of(which.get("name").asText(), which));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    Graph graph =
        Graph.builder("Two")
            .input("x", "3")
            .input("one", "1")
            .layer("first", Layers.dense(2).useBias(false), "x")
            .layer("second", Layers.dense(4).useBias(false), "one")
            .output("first")
            .output("second")
            .build();
    String[] layers = {"first", "second"};
    try (Parameters parameters = Parameters.of(graph, 1);
        Gradients gradients = Gradients.of(parameters);
        Updater updater = KerasOptimizers.optimizer(which).updater(parameters, gradients)) {
      for (int i = 0; i < layers.length; i++) {
        set(parameters.weight(layers[i], "kernel"), which.get("initial").get(i));
      }
      for (JsonNode step : which.get("steps")) {
        for (int i = 0; i < layers.length; i++) {
          set(gradients.gradient(layers[i], "kernel"), step.get("gradients").get(i));
        }
        updater.step();
        for (int i = 0; i < layers.length; i++) {
          float[] found = parameters.weight(layers[i], "kernel").dup('c').data().asFloat();
          assertThat(found)
              .containsExactly(GoldenFiles.floats(step.get("variables").get(i)), within(1e-5f));
        }
      }
    }
  }

  private static void set(INDArray target, JsonNode values) {
    target.assign(GoldenFiles.array(values).reshape(target.shape()));
  }
}
