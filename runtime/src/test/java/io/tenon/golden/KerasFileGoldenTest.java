package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.file.KerasFile;
import io.tenon.file.KerasJson;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Each of Keras's kinds of file gives the model that it was written from. */
class KerasFileGoldenTest {
  private static final double TOLERANCE = 1e-4;

  static Stream<Arguments> files() {
    return GoldenFiles.models().stream()
        .flatMap(
            name ->
                Stream.of(".h5", ".keras", ".weights.h5").map(kind -> Arguments.of(name, kind)));
  }

  @ParameterizedTest(name = "{0}{1}")
  @MethodSource("files")
  void predictsAsKeras(String name, String kind) {
    JsonNode which = GoldenFiles.json("models/" + name + ".case.json");
    var file = GoldenFiles.path("models/" + name + kind);
    try (Network network = kind.equals(".weights.h5") ? weights(name) : KerasFile.load(file)) {
      compare(network, which);
    }
  }

  private static Network weights(String name) {
    Graph graph = KerasJson.read(GoldenFiles.path("models/" + name + ".json"));
    Network network = Network.builder(graph).build();
    KerasFile.loadWeights(GoldenFiles.path("models/" + name + ".weights.h5"), network);
    return network;
  }

  static Stream<String> wild() {
    return Stream.of("lenet", "lstm", "toyresnet");
  }

  /** Models that others trained, with Keras 2. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("wild")
  void predictsAsOlderFilesOfOthers(String name) {
    JsonNode which = GoldenFiles.json("../wild/" + name + ".case.json");
    Graph graph = KerasJson.read(GoldenFiles.path("../wild/" + name + ".json"));
    assertThat(graph.parameters()).isEqualTo(which.get("parameters").asLong());
    try (Network network = Network.builder(graph).build()) {
      KerasFile.loadWeights(GoldenFiles.path("../wild/" + name + ".weights.h5"), network);
      compare(network, which);
    }
  }

  static Stream<Arguments> architectures() {
    // The numbers that Keras's documentation gives for MobileNet and VGG16.
    return Stream.of(Arguments.of("mobilenet", 4_253_864L), Arguments.of("vgg", 138_357_544L));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void countsTheParametersOfArchitectures(String name, long parameters) {
    Graph graph = KerasJson.read(GoldenFiles.path("../wild/" + name + ".json"));

    assertThat(graph.parameters()).isEqualTo(parameters);
  }

  private static void compare(Network network, JsonNode which) {
    INDArray[] inputs = new INDArray[which.get("inputs").size()];
    for (int i = 0; i < inputs.length; i++) {
      JsonNode input = which.get("inputs").get(i);
      INDArray values = GoldenFiles.array(input);
      inputs[i] =
          input.get("dtype").asText().equals("int32") ? values.castTo(DataType.INT32) : values;
    }
    INDArray[] found = network.predict(inputs);
    assertThat(found).hasSize(which.get("predictions").size());
    for (int i = 0; i < found.length; i++) {
      float[] wanted = GoldenFiles.floats(which.get("predictions").get(i));
      float[] values = found[i].dup('c').data().asFloat();
      assertThat(values).hasSameSizeAs(wanted);
      for (int j = 0; j < wanted.length; j++) {
        assertThat((double) values[j]).as("[%d]", j).isCloseTo(wanted[j], within(TOLERANCE));
      }
    }
  }
}
