package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jhdf.HdfFile;
import io.tenon.graph.Graph;
import io.tenon.keras.KerasArchitecture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of a model is what Keras wrote of it: the same keys and values throughout. */
class ArchitectureGoldenTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> models() {
    return GoldenFiles.models().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void modelsAreWrittenAsKerasDoes(String name) {
    JsonNode expected = GoldenFiles.json("models/" + name + ".json");

    JsonNode written = written(KerasArchitecture.write(read(expected)));

    ((ObjectNode) expected).remove("compile_config"); // that is no part of the architecture
    assertThat(plain(written)).isEqualTo(plain(expected));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void legacyModelsAreWrittenAsKerasDoes(String name) throws Exception {
    try (HdfFile file = new HdfFile(GoldenFiles.path("models/" + name + ".h5"))) {
      JsonNode expected = JSON.readTree((String) file.getAttribute("model_config").getData());

      JsonNode written = written(KerasArchitecture.writeLegacy(read(expected)));

      assertThat(plain(written)).isEqualTo(plain(expected));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void whatIsWrittenIsReadAgain(String name) {
    Graph graph = read(GoldenFiles.json("models/" + name + ".json"));

    assertThat(KerasArchitecture.read(KerasArchitecture.write(graph))).isEqualTo(graph);
    assertThat(KerasArchitecture.read(KerasArchitecture.writeLegacy(graph))).isEqualTo(graph);
  }

  static Stream<Arguments> layers() {
    List<Arguments> cases = new ArrayList<>();
    for (JsonNode which : GoldenFiles.cases("layers")) {
      boolean channelsLast =
          !which.get("config").path("data_format").asText().equals("channels_first");
      if (channelsLast) {
        cases.add(
            Arguments.of(
                which.get("class_name").asText() + " " + which.get("name").asText(), which));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("layers")
  void layersAreWrittenAsKerasDoes(String name, JsonNode which) {
    ObjectNode model = modelOf(which);

    JsonNode written = written(KerasArchitecture.write(read(model)));

    JsonNode layers = written.at("/config/layers");
    JsonNode layer = layers.get(layers.size() - 1);
    assertThat(layer.get("class_name").asText()).isEqualTo(which.get("class_name").asText());
    assertThat(plain(layer.get("config"))).isEqualTo(plain(which.get("config")));
  }

  /** A model of that one layer. */
  private static ObjectNode modelOf(JsonNode which) {
    ObjectNode model = JSON.createObjectNode().put("class_name", "Functional");
    ObjectNode config = model.putObject("config").put("name", "one");
    ArrayNode layers = config.putArray("layers");
    ArrayNode inputs = config.putArray("input_layers");
    ArrayNode tensors = JSON.createArrayNode();
    for (int i = 0; i < which.get("inputs").size(); i++) {
      ObjectNode input = layers.addObject().put("class_name", "InputLayer").put("name", "x" + i);
      input.putArray("inbound_nodes");
      ObjectNode settings = input.putObject("config").put("name", "x" + i);
      settings.put("dtype", which.at("/inputs/" + i + "/dtype").asText());
      ArrayNode shape = settings.putArray("batch_shape");
      which.at("/inputs/" + i + "/shape").forEach(shape::add);
      ArrayNode history = JSON.createArrayNode().add("x" + i).add(0).add(0);
      inputs.add(history);
      tensors.add(history.deepCopy().add(JSON.createObjectNode()));
    }
    ObjectNode layer = layers.addObject().put("class_name", which.get("class_name").asText());
    String name = which.at("/config/name").asText();
    layer.put("name", name);
    ObjectNode settings = which.get("config").deepCopy();
    layer.set("config", settings);
    layer.putArray("inbound_nodes").add(tensors);
    config.putArray("output_layers").add(name).add(0).add(0);
    return model;
  }

  private static Graph read(JsonNode json) {
    return KerasArchitecture.read(JSON.convertValue(json, Object.class));
  }

  private static JsonNode written(Object config) {
    try {
      return JSON.readTree(JSON.writeValueAsString(config));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The same without what Keras makes up: numbers of shared objects and the names of layers within
   * wrappers; with numbers as doubles, an axis for both inputs of a Dot as two, and shapes without
   * the size of the batch, which the cases of layers have.
   */
  private static JsonNode plain(JsonNode node) {
    if (node.isArray()) {
      ArrayNode copy = JSON.createArrayNode();
      node.forEach(element -> copy.add(plain(element)));
      return copy;
    } else if (node.isObject()) {
      ObjectNode copy = JSON.createObjectNode();
      node.properties().forEach(entry -> copy.set(entry.getKey(), plain(entry.getValue())));
      copy.remove("shared_object_id");
      if (copy.path("input_shape").path(0).isNumber()) {
        ((ArrayNode) copy.get("input_shape")).set(0, JSON.nullNode());
      }
      for (String wrapped : List.of("layer", "backward_layer")) {
        if (copy.path(wrapped).path("config").isObject()) {
          ((ObjectNode) copy.path(wrapped).path("config")).remove("name");
        }
      }
      if (copy.path("axes").isNumber()) {
        double axis = node.get("axes").asDouble();
        copy.putArray("axes").add(axis).add(axis);
      }
      return copy;
    }
    return node.isNumber() ? JSON.getNodeFactory().numberNode(node.asDouble()) : node;
  }
}
