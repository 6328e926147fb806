package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Initializer;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.layer.LayerSpec;
import io.tenon.plan.Parameters;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Mean, deviation and bounds of first weights, against those of a draw of Keras's. */
class InitializerGoldenTest {
  static Stream<Arguments> cases() {
    return GoldenFiles.cases("training/initializers.json").stream()
        .map(which -> Arguments.of(which.get("name").asText() + which.get("shape"), which));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void agreesWithKeras(String name, JsonNode which) {
    float[] values = draw(which);
    DoubleSummaryStatistics statistics = new DoubleSummaryStatistics();
    for (float value : values) {
      statistics.accept(value);
    }
    double mean = statistics.getAverage();
    double squares = 0;
    for (float value : values) {
      squares += (value - mean) * (value - mean);
    }
    double deviation = Math.sqrt(squares / values.length);
    double expected = which.get("stddev").asDouble();
    // Two draws: their means differ by a few standard errors at most.
    double error = 6 * expected / Math.sqrt(values.length) + 1e-5;
    assertThat(mean).isCloseTo(which.get("mean").asDouble(), within(error));
    assertThat(deviation).isCloseTo(expected, within(0.02 * expected + 1e-6));
    double range = which.get("max").asDouble() - which.get("min").asDouble();
    String kind = which.get("class_name").asText();
    boolean bounded =
        !kind.equals("RandomNormal")
            && !kind.startsWith("Orthogonal")
            && !which.get("config").path("distribution").asText().equals("untruncated_normal");
    double allowed = (bounded ? 0.01 : 0.2) * range + 1e-6;
    assertThat(statistics.getMin()).isCloseTo(which.get("min").asDouble(), within(allowed));
    assertThat(statistics.getMax()).isCloseTo(which.get("max").asDouble(), within(allowed));
  }

  private static float[] draw(JsonNode which) {
    int[] shape = new int[which.get("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = which.get("shape").get(i).asInt();
    }
    int filters = shape[shape.length - 1];
    String channels = Integer.toString(shape[shape.length - 2]);
    Initializer.Spec initializer = spec(which);
    LayerSpec layer =
        switch (shape.length) {
          case 2 -> Layers.dense(filters).kernelInitializer(initializer).get();
          case 3 -> Layers.conv1D(filters, shape[0]).kernelInitializer(initializer).get();
          default ->
              Layers.conv2D(filters, shape[0], shape[1]).kernelInitializer(initializer).get();
        };
    String input =
        switch (shape.length) {
          case 2 -> channels;
          case 3 -> shape[0] + " " + channels;
          default -> shape[0] + " " + shape[1] + " " + channels;
        };
    Graph graph = Graph.builder("M").input("x", input).layer("y", layer, "x").output("y").build();
    try (Parameters parameters = Parameters.of(graph, 11)) {
      return parameters.weight("y", "kernel").dup('c').data().asFloat();
    }
  }

  private static Initializer.Spec spec(JsonNode which) {
    JsonNode config = which.get("config");
    String kind =
        which
            .get("class_name")
            .asText()
            .replace("Initializer", "")
            .replaceAll("(?<=[a-z])([A-Z])", "_$1");
    Initializer.Spec spec =
        Initializer.Spec.of(Initializer.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    if (config.has("mean")) {
      spec = spec.withMean(config.get("mean").asDouble());
    }
    if (config.has("stddev")) {
      spec = spec.withStddev(config.get("stddev").asDouble());
    }
    if (config.has("minval")) {
      spec = spec.withMinval(config.get("minval").asDouble());
      spec = spec.withMaxval(config.get("maxval").asDouble());
    }
    if (config.has("value")) {
      spec = spec.withConstant(config.get("value").asDouble());
    }
    if (config.has("gain")) {
      spec = spec.withGain(config.get("gain").asDouble());
    }
    if (config.has("scale")) {
      spec = spec.withScale(config.get("scale").asDouble());
      spec =
          spec.withMode(
              Initializer.FanMode.valueOf(config.get("mode").asText().toUpperCase(Locale.ROOT)));
      spec =
          spec.withDistribution(
              Initializer.Distribution.valueOf(
                  config.get("distribution").asText().toUpperCase(Locale.ROOT)));
    }
    if (spec.kind() == Initializer.Kind.IDENTITY) {
      // Keras does not write the gain down; the case's largest value is it.
      spec = spec.withGain(which.get("max").asDouble());
    }
    return spec;
  }
}
