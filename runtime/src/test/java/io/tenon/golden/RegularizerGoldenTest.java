package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Initializer;
import io.tenon.Loss;
import io.tenon.Regularizer;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.loss.Losses;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What regularizers add to the loss and to the gradient of a kernel, against Keras's. */
class RegularizerGoldenTest {
  private static final double TOLERANCE = 1e-5;

  static Stream<Arguments> cases() {
    return GoldenFiles.cases("training/regularizers.json").stream()
        .map(which -> Arguments.of(which.get("name").asText(), which));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    INDArray x = GoldenFiles.array(which.get("x"));
    Graph graph =
        Graph.builder("M")
            .input("x", Long.toString(x.size(0)))
            .layer(
                "y",
                Layers.dense((int) x.size(1))
                    .useBias(false)
                    .kernelInitializer(Initializer.Kind.ZEROS)
                    .kernelRegularizer(spec(which)),
                "x")
            .output("y", Loss.MEAN_SQUARED_ERROR)
            .build();
    try (Parameters parameters = Parameters.of(graph, 1);
        Gradients gradients = Gradients.of(parameters);
        Plan plan =
            Plan.forTraining(
                graph,
                parameters,
                gradients,
                1,
                Map.of("y", Losses.of(Loss.MEAN_SQUARED_ERROR)),
                Map.of(),
                0)) {
      parameters.weight("y", "kernel").assign(x);
      // Inputs and labels are 0: all that is left of the loss is the penalty.
      double loss = plan.step();

      double value = which.get("value").asDouble();
      assertThat(loss).isCloseTo(value, within(TOLERANCE * Math.max(1, value)));
      float[] expected = GoldenFiles.floats(which.get("gradient"));
      float[] found = gradients.gradient("y", "kernel").dup('c').data().asFloat();
      for (int i = 0; i < expected.length; i++) {
        double allowed = TOLERANCE * Math.max(1, Math.abs(expected[i]));
        assertThat((double) found[i]).as("[%d]", i).isCloseTo(expected[i], within(allowed));
      }
    }
  }

  private static Regularizer.Spec spec(JsonNode which) {
    JsonNode config = which.get("config");
    return switch (which.get("class_name").asText()) {
      case "L1" -> Regularizer.Spec.of(Regularizer.Kind.L1).withL1(config.get("l1").asDouble());
      case "L2" -> Regularizer.Spec.of(Regularizer.Kind.L2).withL2(config.get("l2").asDouble());
      case "L1L2" ->
          Regularizer.Spec.of(Regularizer.Kind.L1_L2)
              .withL1(config.get("l1").asDouble())
              .withL2(config.get("l2").asDouble());
      default ->
          Regularizer.Spec.of(Regularizer.Kind.ORTHOGONAL)
              .withFactor(config.get("factor").asDouble())
              .withMode(
                  Regularizer.Mode.valueOf(config.get("mode").asText().toUpperCase(Locale.ROOT)));
    };
  }
}
