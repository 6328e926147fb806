package io.tenon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.graph.Graph;
import io.tenon.keras.KerasFormatException;
import org.junit.jupiter.api.Test;

/** Architectures that Keras wrote, and what only looks like one. */
final class KerasJsonTest {
  private static String sequential(String... layers) {
    return """
        {"class_name": "Sequential", "keras_version": "3.3.3", "config": {"name": "m", "layers": [
          {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 8, 4]}},
          %s]}}"""
        .formatted(String.join(",", layers));
  }

  private static String layer(String className, String config) {
    return """
        {"class_name": "%s", "config": {"name": "y"%s}}"""
        .formatted(className, config.isEmpty() ? "" : ", " + config);
  }

  @Test
  void whatAConfigurationLacksHasTheDefault() {
    Graph graph =
        KerasJson.parse(sequential(layer("Conv1D", "\"filters\": 3, \"kernel_size\": 2")));

    assertThat(graph)
        .hasToString(
            """
            x  Series  8 x 4  input    0
            y  Series  7 x 3  Conv1D  27  output
                              total   27""");
  }

  @Test
  void aSizeThatIsNotKnownIsANamedAxis() {
    Graph graph =
        KerasJson.parse(
            sequential(layer("Dense", "\"units\": 2")).replace("[null, 8, 4]", "[null, null, 4]"));

    assertThat(graph.node("y").type()).hasToString("x_1 x 2");
  }

  @Test
  void wrappersHoldTheirLayer() {
    Graph graph =
        KerasJson.parse(
            sequential(
                layer(
                    "Bidirectional",
                    "\"merge_mode\": \"sum\", \"layer\": "
                        + layer("LSTM", "\"units\": 3, \"return_sequences\": true"))));

    assertThat(graph.node("y").type()).hasToString("8 x 3");
  }

  @Test
  void frozenLayersStayFrozen() {
    Graph graph = KerasJson.parse(sequential(layer("Dense", "\"units\": 2, \"trainable\": false")));

    assertThat(graph.node("y").trainable()).isFalse();
  }

  private static void refused(String json, String message) {
    assertThatThrownBy(() -> KerasJson.parse(json))
        .isInstanceOf(KerasFormatException.class)
        .hasMessage(message);
  }

  @Test
  void lambdasAreNotRun() {
    refused(
        sequential(layer("Lambda", "\"function\": \"gASVz\"")),
        "y (Lambda): it is a Lambda, whose code is not run from a file: write the function in Java,"
            + " and register it under this name, Network.load(file, load -> load.function(\"y\", ...))");
  }

  @Test
  void unknownLayersAreNamed() {
    refused(
        sequential(layer("Capsule", "\"units\": 2")),
        "y (Capsule): Tenon has no layer of that class; write one, and register it,"
            + " Network.load(file, load -> load.layer(\"Capsule\", ...))");
    refused(
        sequential(layer("Dense$Spec", "\"units\": 2")),
        "y (Dense$Spec): Tenon has no layer of that class; write one, and register it,"
            + " Network.load(file, load -> load.layer(\"Dense$Spec\", ...))");
    refused(
        sequential(layer("LayerDefinition", "")),
        "y (LayerDefinition): Tenon has no layer of that class; write one, and register it,"
            + " Network.load(file, load -> load.layer(\"LayerDefinition\", ...))");
  }

  @Test
  void badValuesAreNamed() {
    refused(sequential(layer("Dense", "")), "y (Dense): its configuration lacks units");
    refused(
        sequential(layer("Dense", "\"units\": 0")), "y (Dense): units must be 1 or more, found 0");
    refused(
        sequential(layer("Dense", "\"units\": \"many\"")),
        "y (Dense): units must be a number, found \"many\"");
    refused(
        sequential(layer("Dense", "\"units\": 2, \"activation\": \"sine\"")),
        "y (Dense): Tenon has no ActivationFunction called \"sine\"");
    refused(
        sequential(layer("Conv2D", "\"filters\": 2, \"kernel_size\": 3")),
        "y: @Conv2D reads an Image (height, width, channels), not a Series of shape 8 x 4");
  }

  @Test
  void otherTextIsRefused() {
    refused("{}", "expected a Sequential or Functional model, found class_name \"\"");
    assertThatThrownBy(() -> KerasJson.parse("[".repeat(100_000)))
        .isInstanceOf(KerasFormatException.class)
        .hasMessageStartingWith("this is no JSON: ");
    assertThatThrownBy(() -> KerasJson.parse("{\"class_name\": "))
        .isInstanceOf(KerasFormatException.class);
  }
}
