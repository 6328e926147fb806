package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.file.KerasJson;
import io.tenon.file.LoadReport;
import io.tenon.file.WeightOption;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    try (Network network = kind.equals(".weights.h5") ? weights(name) : Network.load(file)) {
      compare(network, which);
    }
  }

  private static Network weights(String name) {
    Graph graph = KerasJson.read(GoldenFiles.path("models/" + name + ".json"));
    Network network = Network.builder(graph).build();
    network.loadWeights(GoldenFiles.path("models/" + name + ".weights.h5"));
    return network;
  }

  static Stream<String> wild() {
    return GoldenFiles.names(GoldenFiles.wild(""), ".case.json").stream();
  }

  /** Models that others trained, with Keras 2. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("wild")
  void predictsAsOlderFilesOfOthers(String name) {
    JsonNode which = GoldenFiles.json(GoldenFiles.wild(name + ".case.json"));
    Graph graph = KerasJson.read(GoldenFiles.wild(name + ".json"));
    assertThat(graph.parameters()).isEqualTo(which.get("parameters").asLong());
    Path weights = GoldenFiles.wild(name + ".weights.h5");
    try (Network network = Network.builder(graph).build()) {
      LoadReport byName = network.loadWeights(weights, WeightOption.BY_NAME);
      assertThat(network.loadWeights(weights).skipped()).isEmpty();
      if (byName.loaded().isEmpty()) {
        // Whoever loads these by name keeps the weights that the model began with, and so does
        // the case: its predictions cannot be had from the file.
        System.out.printf(
            "not compared: no layer of %s is called as in its weights, %s%n",
            name, byName.unused());
        return;
      }
      compare(network, which);
    }
  }

  /**
   * What a few lines of plain arithmetic give for the weights of that file, in double precision:
   * three LSTMs, a dense layer and a softmax.
   */
  @Test
  void predictsAsTheArithmeticOfAnOlderLstm() {
    JsonNode which = GoldenFiles.json(GoldenFiles.wild("lstm.case.json"));
    Graph graph = KerasJson.read(GoldenFiles.wild("lstm.json"));
    try (Network network = Network.builder(graph).build()) {
      network.loadWeights(GoldenFiles.wild("lstm.weights.h5"));

      float[] found = network.predict(inputs(which))[0].dup('c').data().asFloat();

      assertThat(Arrays.copyOf(found, 4))
          .containsExactly(
              new float[] {3.043216e-5f, 0.9643214f, 5.229316e-4f, 7.278565e-5f}, within(1e-5f));
      assertThat(Arrays.copyOfRange(found, 41, 45))
          .containsExactly(
              new float[] {6.036148e-5f, 0.2673031f, 6.143092e-3f, 8.974974e-4f}, within(1e-5f));
    }
  }

  static Stream<Arguments> architectures() {
    // The numbers that Keras's documentation gives for MobileNet and VGG16.
    Map<String, Long> documented = Map.of("mobilenet", 4_253_864L, "vgg", 138_357_544L);
    return GoldenFiles.names(GoldenFiles.wild(""), ".json").stream()
        .filter(name -> !name.endsWith(".case"))
        .map(name -> Arguments.of(name, documented.getOrDefault(name, 0L)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("architectures")
  void readsTheArchitecturesOfOthers(String name, long documented) {
    Graph graph = KerasJson.read(GoldenFiles.wild(name + ".json"));

    assertThat(graph.parameters()).isPositive();
    if (documented > 0) {
      assertThat(graph.parameters()).isEqualTo(documented);
    }
  }

  private static INDArray[] inputs(JsonNode which) {
    INDArray[] inputs = new INDArray[which.get("inputs").size()];
    for (int i = 0; i < inputs.length; i++) {
      JsonNode input = which.get("inputs").get(i);
      INDArray values = GoldenFiles.array(input);
      inputs[i] =
          input.get("dtype").asText().equals("int32") ? values.castTo(DataType.INT32) : values;
    }
    return inputs;
  }

  private static void compare(Network network, JsonNode which) {
    INDArray[] found = network.predict(inputs(which));
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
