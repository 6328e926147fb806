package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Constraint;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.plan.Constraints;
import io.tenon.plan.Parameters;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** What constraints make of a kernel, against Keras's. */
class ConstraintGoldenTest {
  private static final double TOLERANCE = 1e-5;

  static Stream<Arguments> cases() {
    return GoldenFiles.cases("training/constraints.json").stream()
        .map(which -> Arguments.of(which.get("name").asText(), which));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    INDArray x = GoldenFiles.array(which.get("x"));
    Graph graph =
        Graph.builder("M")
            .input("x", Long.toString(x.size(0)))
            .layer("y", Layers.dense((int) x.size(1)).kernelConstraint(spec(which)), "x")
            .output("y")
            .build();
    try (Parameters parameters = Parameters.of(graph, 1)) {
      parameters.weight("y", "kernel").assign(x);

      new Constraints(graph, parameters).apply();

      float[] expected = GoldenFiles.floats(which.get("result"));
      float[] found = parameters.weight("y", "kernel").dup('c').data().asFloat();
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) found[i]).as("[%d]", i).isCloseTo(expected[i], within(TOLERANCE));
      }
    }
  }

  private static Constraint.Spec spec(JsonNode which) {
    JsonNode config = which.get("config");
    Constraint.Spec spec =
        Constraint.Spec.of(
            switch (which.get("class_name").asText()) {
              case "MaxNorm" -> Constraint.Kind.MAX_NORM;
              case "NonNeg" -> Constraint.Kind.NON_NEG;
              case "UnitNorm" -> Constraint.Kind.UNIT_NORM;
              default -> Constraint.Kind.MIN_MAX_NORM;
            });
    JsonNode axis = config.path("axis");
    int[] axes =
        axis.isArray()
            ? IntStream.range(0, axis.size()).map(i -> axis.get(i).asInt()).toArray()
            : new int[] {axis.asInt(0)};
    Constraint.Spec along = spec.withAxis(axes);
    return switch (spec.kind()) {
      case MAX_NORM -> along.withMaxValue(config.path("max_value").asDouble(2));
      case MIN_MAX_NORM ->
          along
              .withMaxValue(config.path("max_value").asDouble(1))
              .withMinValue(config.path("min_value").asDouble(0))
              .withRate(config.path("rate").asDouble(1));
      default -> along;
    };
  }
}
