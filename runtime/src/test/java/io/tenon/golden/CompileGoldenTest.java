package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jhdf.HdfFile;
import io.tenon.file.CompileConfig;
import io.tenon.file.CompileSettings;
import io.tenon.file.KerasJson;
import io.tenon.graph.Graph;
import io.tenon.keras.Config;
import io.tenon.loss.LossConfig;
import io.tenon.metric.MetricConfig;
import io.tenon.optimizer.OptimizerConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What models were compiled with is read from Keras's files, and written as Keras does. */
class CompileGoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> models() {
    return GoldenFiles.models().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void trainingConfigsAreReadAndWritten(String name) throws IOException {
    Graph graph = KerasJson.read(GoldenFiles.path("models/" + name + ".json"));
    try (HdfFile file = new HdfFile(GoldenFiles.path("models/" + name + ".h5"))) {
      String text = (String) file.getAttribute("training_config").getData();
      JsonNode expected = JSON.readTree(text);

      CompileSettings settings = CompileConfig.read(config(expected), graph, Map.of(), Map.of());

      assertThat(plain(written(CompileConfig.writeLegacy(settings, graph))))
          .isEqualTo(plain(expected));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void compileConfigsAreReadAndWritten(String name) {
    JsonNode model = GoldenFiles.json("models/" + name + ".json");
    Graph graph = KerasJson.read(GoldenFiles.path("models/" + name + ".json"));
    JsonNode expected = model.get("compile_config");

    CompileSettings settings = CompileConfig.read(config(expected), graph, Map.of(), Map.of());

    JsonNode written = written(CompileConfig.write(settings, graph));
    assertThat(plain(written)).isEqualTo(plain(expected));
    CompileSettings again = CompileConfig.read(config(written), graph, Map.of(), Map.of());
    assertThat(again.losses()).isEqualTo(settings.losses());
    assertThat(again.lossWeights()).isEqualTo(settings.lossWeights());
    assertThat(again.metrics().keySet()).isEqualTo(settings.metrics().keySet());
  }

  static Stream<Arguments> optimizers() {
    return cases("training/optimizers.json");
  }

  private static Stream<Arguments> cases(String file) {
    Stream.Builder<Arguments> cases = Stream.builder();
    GoldenFiles.json(file)
        .forEach(which -> cases.add(Arguments.of(which.get("name").asText(), which)));
    return cases.build();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("optimizers")
  void optimizersAreWrittenAsKerasDoes(String name, JsonNode which) {
    JsonNode written = written(OptimizerConfig.write(OptimizerConfig.read(config(which))));

    assertThat(written.get("class_name")).isEqualTo(which.get("class_name"));
    JsonNode config = which.get("config");
    ((ObjectNode) config).replace("weight_decay", zeroIsNone(config.get("weight_decay")));
    assertThat(plain(written.get("config"))).isEqualTo(plain(config));
  }

  /** No decay and a decay of 0 are the same. */
  private static JsonNode zeroIsNone(JsonNode decay) {
    return decay == null || decay.asDouble() == 0 ? JSON.nullNode() : decay;
  }

  static Stream<Arguments> losses() {
    return cases("training/losses.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void lossesAreWrittenAsKerasDoes(String name, JsonNode which) {
    Object form = LossConfig.write(LossConfig.read(config(which), Map.of()));

    if (form instanceof String plain) {
      // A name says that nothing was told: all else has Keras's defaults.
      assertThat(LossConfig.read(Config.of(plain), Map.of()))
          .isEqualTo(LossConfig.read(config(which), Map.of()));
    } else {
      JsonNode written = written(form);
      assertThat(written.get("class_name")).isEqualTo(which.get("class_name"));
      ObjectNode expected = which.get("config").deepCopy();
      assertThat(plain(written.get("config"))).isEqualTo(plain(expected));
    }
  }

  static Stream<Arguments> metrics() {
    return cases("training/metrics.json");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("metrics")
  void metricsAreReadAgainAsTheyWere(String name, JsonNode which) {
    Object once = MetricConfig.write(MetricConfig.read(config(which), Map.of()), 3);
    Object twice = MetricConfig.write(MetricConfig.read(Config.of(once), Map.of()), 3);

    assertThat(twice).isEqualTo(once);
    if (!(once instanceof String)) {
      JsonNode written = written(once);
      assertThat(written.get("class_name")).isEqualTo(which.get("class_name"));
      ((ObjectNode) written.get("config")).remove("name"); // Keras numbers what it names itself
      written
          .get("config")
          .properties()
          .forEach(
              told ->
                  assertThat(plain(told.getValue()))
                      .as(told.getKey())
                      .isEqualTo(plain(which.at("/config/" + told.getKey()))));
    }
  }

  private static Config config(JsonNode json) {
    return Config.of(JSON.convertValue(json, Object.class));
  }

  private static JsonNode written(Object config) {
    try {
      return JSON.readTree(JSON.writeValueAsString(config));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static final Map<String, String> LONG_NAMES =
      Map.of("mse", "mean_squared_error", "mae", "mean_absolute_error");

  /**
   * The same with numbers as doubles, long names, a name in place of a list of one for each output.
   */
  private static JsonNode plain(JsonNode node) {
    if (node.isArray()) {
      List<JsonNode> parts = new ArrayList<>();
      node.forEach(element -> parts.add(plain(element)));
      boolean alike = parts.stream().distinct().count() == 1 && parts.get(0).isTextual();
      ArrayNode copy = JSON.createArrayNode();
      copy.addAll(parts);
      return alike ? parts.get(0) : copy;
    } else if (node.isObject()) {
      ObjectNode copy = JSON.createObjectNode();
      node.properties().forEach(entry -> copy.set(entry.getKey(), plain(entry.getValue())));
      if (copy.path("module").asText().startsWith("keras.losses")) {
        copy.remove(List.of("module", "registered_name"));
      }
      return copy;
    }
    return node.isNumber()
        ? JSON.getNodeFactory().numberNode((float) node.asDouble())
        : node.isTextual()
            ? JSON.getNodeFactory().textNode(LONG_NAMES.getOrDefault(node.asText(), node.asText()))
            : node;
  }
}
