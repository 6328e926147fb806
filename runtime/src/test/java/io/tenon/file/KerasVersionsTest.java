package io.tenon.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.ActivationFunction;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.keras.CustomObjects;
import io.tenon.keras.KerasFormatException;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Dense;
import io.tenon.layer.GRU;
import io.tenon.layer.LSTM;
import io.tenon.layer.Lambda;
import org.junit.jupiter.api.Test;

/** The ways in which versions of Keras write the same, and what a file must not do unnoticed. */
final class KerasVersionsTest {
  private static String sequential(String version, String... layers) {
    return """
        {"class_name": "Sequential", "keras_version": "%s", "config": {"name": "m", "layers": [
          {"class_name": "InputLayer", "config": {"name": "x", "batch_input_shape": [null, 8, 4],
           "dtype": "float32", "sparse": false, "ragged": false}},
          %s]}}"""
        .formatted(version, String.join(",", layers));
  }

  private static String layer(String className, String config) {
    return """
        {"class_name": "%s", "config": {"name": "y"%s}}"""
        .formatted(className, config.isEmpty() ? "" : ", " + config);
  }

  private static <T> T spec(String version, String className, String config, Class<T> type) {
    Graph graph = KerasJson.parse(sequential(version, layer(className, config)));
    return type.cast(graph.node("y").spec());
  }

  private static void refused(String json, String message) {
    assertThatThrownBy(() -> KerasJson.parse(json))
        .isInstanceOf(KerasFormatException.class)
        .hasMessage(message);
  }

  @Test
  void hardSigmoidIsThatOfTheVersion() {
    String config = "\"units\": 2, \"activation\": \"hard_sigmoid\"";

    assertThat(spec("2.4.0", "Dense", config, Dense.Spec.class).activation())
        .isEqualTo(ActivationFunction.LEGACY_HARD_SIGMOID);
    assertThat(spec("3.3.3", "Dense", config, Dense.Spec.class).activation())
        .isEqualTo(ActivationFunction.HARD_SIGMOID);
  }

  @Test
  void whatOlderFilesLackIsWhatItWasThen() {
    assertThat(spec("2.1.6", "GRU", "\"units\": 2", GRU.Spec.class).resetAfter()).isFalse();
    assertThat(spec("3.3.3", "GRU", "\"units\": 2", GRU.Spec.class).resetAfter()).isTrue();
    assertThat(spec("2.1.6", "LSTM", "\"units\": 2", LSTM.Spec.class).recurrentActivation())
        .isEqualTo(ActivationFunction.LEGACY_HARD_SIGMOID);
    assertThat(spec("2.1.6", "LSTM", "\"units\": 2", LSTM.Spec.class).activation())
        .isEqualTo(ActivationFunction.TANH);
  }

  @Test
  void activationsMayBeObjects() {
    String[] forms = {
      "\"relu\"",
      "{\"class_name\": \"ReLU\", \"config\": {\"max_value\": null, \"negative_slope\": [0.0]}}",
      "{\"class_name\": \"Activation\", \"config\": {\"activation\": \"relu\"}}",
      "{\"module\": \"builtins\", \"class_name\": \"function\", \"config\": \"relu\"}"
    };
    for (String form : forms) {
      String config = "\"units\": 2, \"activation\": " + form;
      assertThat(spec("3.3.3", "Dense", config, Dense.Spec.class).activation())
          .as(form)
          .isEqualTo(ActivationFunction.RELU);
    }
    refused(
        sequential(
            "3.3.3",
            layer(
                "Dense",
                "\"units\": 2, \"activation\": {\"class_name\": \"LeakyReLU\", \"config\":"
                    + " {\"negative_slope\": 0.3}}")),
        "y (Dense): its activation is a layer LeakyReLU with {negative_slope=0.3}, which Tenon has"
            + " only as a layer of its own");
  }

  @Test
  void keysThatMakeItAnotherLayerAreRefused() {
    refused(
        sequential("2.4.0", layer("Dropout", "\"rate\": 0.5, \"noise_shape\": [32, 1, 4]")),
        "y (Dropout): noiseShape begins with the batch axis, which is -1 or 1, found {32, 1, 4}");
    refused(
        sequential("2.4.0", layer("LSTM", "\"units\": 2, \"time_major\": true")),
        "y (LSTM): time_major is true, and Tenon has only false");
    refused(
        sequential(
            "3.3.3",
            layer(
                "Conv1D",
                "\"filters\": 2, \"kernel_size\": [3], \"data_format\": \"channels_first\"")),
        "y (Conv1D): data_format is \"channels_first\", and Tenon has only \"channels_last\"");
  }

  @Test
  void bothDirectionsMustBeTheSameLayer() {
    String forward = layer("LSTM", "\"units\": 2, \"go_backwards\": false");
    String other = layer("LSTM", "\"units\": 3, \"go_backwards\": true");
    refused(
        sequential(
            "2.4.0",
            layer("Bidirectional", "\"layer\": " + forward + ", \"backward_layer\": " + other)),
        "y (Bidirectional): backward_layer is another layer than the first turned round, and Tenon"
            + " has only that");
  }

  @Test
  void directionsThatNothingMergesAreReadApart() {
    String forward = layer("LSTM", "\"units\": 2");
    String config = "\"merge_mode\": null, \"layer\": " + forward;

    assertThat(spec("2.4.0", "Bidirectional", config, Bidirectional.Spec.class).mergeMode())
        .isEqualTo(Bidirectional.MergeMode.NONE);
  }

  @Test
  void bothDirectionsGiveZeroWhereNoStepCountsWhateverTheFileSays() {
    String layer =
        layer(
            "LSTM",
            "\"units\": 2, \"return_sequences\": true, \"zero_output_for_mask\": %s, \"go_backwards\": %s");
    String zero = layer.formatted(true, false);
    String kept = layer.formatted(false, false);
    String back = layer.formatted(true, true);
    Graph first =
        KerasJson.parse(
            sequential(
                "3.3.3",
                layer("Bidirectional", "\"layer\": " + zero + ", \"backward_layer\": " + back)));
    Graph second =
        KerasJson.parse(sequential("3.3.3", layer("Bidirectional", "\"layer\": " + kept)));

    assertThat(first.node("y").spec()).isEqualTo(second.node("y").spec());
    assertThat(KerasJson.parse(sequential("3.3.3", zero)).nodes().get(1).spec())
        .isEqualTo(Layers.lstm(2).returnSequences(true).zeroOutputForMask(true).get());
  }

  @Test
  void inputsOfEmbeddingsAreTokensWhateverTheFileSays() {
    String json =
        """
        {"class_name": "Sequential", "keras_version": "2.2.4", "config": [
          {"class_name": "Embedding", "config": {"name": "words", "batch_input_shape": [null, 20],
           "dtype": "float32", "input_dim": 100, "output_dim": 8, "input_length": 20}}]}""";

    assertThat(KerasJson.parse(json))
        .hasToString(
            """
            words_input  Tokens  20      input        0
            words        Series  20 x 8  Embedding  800  output
                                         total      800""");
  }

  @Test
  void tuplesMayBeObjects() {
    String json =
        sequential("2.4.0", layer("Conv1D", "\"filters\": 2, \"kernel_size\": %s".formatted(TUPLE)))
            .replace("[null, 8, 4]", "{\"class_name\": \"TensorShape\", \"items\": [null, 8, 4]}");

    assertThat(KerasJson.parse(json).node("y").type()).hasToString("6 x 2");
  }

  private static final String TUPLE = "{\"class_name\": \"__tuple__\", \"items\": [3]}";

  private static String functional(String version, String... layers) {
    return """
        {"class_name": "Model", "keras_version": "%s", "config": {"name": "m", "layers": [
          {"class_name": "InputLayer", "name": "x", "inbound_nodes": [],
           "config": {"name": "x", "batch_input_shape": [null, 8, 4], "dtype": "float32"}},
          %s],
          "input_layers": [["x", 0, 0]], "output_layers": [["out", 0, 0]]}}"""
        .formatted(version, String.join(",", layers));
  }

  private static String called(String className, String name, String config, String nodes) {
    return """
        {"class_name": "%s", "name": "%s", "config": {"name": "%s"%s}, "inbound_nodes": %s}"""
        .formatted(className, name, name, config.isEmpty() ? "" : ", " + config, nodes);
  }

  @Test
  void keras2PassesStatesAsTensorsAndOthersByName() {
    Graph graph =
        KerasJson.parse(
            functional(
                "2.4.0",
                called(
                    "LSTM",
                    "first",
                    "\"units\": 3, \"return_state\": true",
                    "[[[\"x\", 0, 0, {}]]]"),
                called(
                    "LSTM",
                    "second",
                    "\"units\": 3, \"return_sequences\": true",
                    "[[[\"x\", 0, 0, {}], [\"first\", 0, 1, {}], [\"first\", 0, 2, {}]]]"),
                called(
                    "MultiHeadAttention",
                    "out",
                    "\"num_heads\": 2, \"key_dim\": 3",
                    "[[\"second\", 0, 0, {\"value\": [\"x\", 0, 0], \"use_causal_mask\": true}]]")));

    assertThat(graph.node("second").inputs()).containsExactly("x", "first_state0", "first_state1");
    assertThat(graph.node("out").inputs()).containsExactly("second", "x");
    assertThat(graph.node("out").spec().toString()).contains("useCausalMask=true");
    assertThat(KerasJson.parse(KerasJson.write(graph))).isEqualTo(graph);
  }

  private static String tensor(String layer) {
    return "{\"class_name\": \"__keras_tensor__\", \"config\": {\"shape\": [null, 8, 4], \"dtype\":"
        + " \"float32\", \"keras_history\": [\"%s\", 0, 0]}}".formatted(layer);
  }

  @Test
  void masksThatKeras3WritesAsLayersAreThoseOfTheLayers() {
    Graph graph =
        KerasJson.parse(
            functional(
                "3.3.3",
                called(
                    "Masking",
                    "masked",
                    "\"mask_value\": 0.0",
                    "[{\"args\": [" + tensor("x") + "], \"kwargs\": {}}]"),
                called(
                    "NotEqual",
                    "not_equal",
                    "",
                    "[{\"args\": [" + tensor("x") + ", 0], \"kwargs\": {}}]"),
                called(
                    "LSTM",
                    "out",
                    "\"units\": 3",
                    "[{\"args\": [%s], \"kwargs\": {\"training\": false, \"mask\": %s}}]"
                        .formatted(tensor("masked"), tensor("not_equal")))));

    assertThat(graph.nodes()).hasSize(3);
    assertThat(graph.node("masked").type().masked()).isTrue();
  }

  @Test
  void constantsAndTrainingCallsAreNotLost() {
    refused(
        functional(
            "3.3.3",
            called(
                "Multiply", "out", "", "[{\"args\": [" + tensor("x") + ", 2.0], \"kwargs\": {}}]")),
        "out (Multiply) is given argument 2.0, which Tenon does not know");
    refused(
        functional(
            "2.4.0",
            called("Dropout", "out", "\"rate\": 0.5", "[[[\"x\", 0, 0, {\"training\": true}]]]")),
        "out (Dropout) always runs as when training, which Tenon does not have");
  }

  @Test
  void onlyWhatIsRegisteredStandsInForCode() {
    String json =
        sequential("3.3.3", layer("Lambda", "\"function\": {\"class_name\": \"__lambda__\"}"));
    Lambda.Spec half = new Lambda.Spec("8 4", new Lambda.Function() {});

    Graph graph = KerasJson.parse(json, CustomObjects.NONE.withFunction("y", half));

    assertThat(graph.node("y").spec()).isSameAs(half);
    String written = KerasJson.write(graph);
    assertThat(written).contains("\"class_name\":\"function\",\"config\":\"y\"");
    assertThat(KerasJson.parse(written, CustomObjects.NONE.withFunction("y", half)))
        .isEqualTo(graph);
  }

  @Test
  void registeredLayersAreReadByTheirComponents() {
    String json = sequential("3.3.3", layer("Package>Wide", "\"units\": 5"));

    Graph graph =
        KerasJson.parse(json, CustomObjects.NONE.withLayer("Package>Wide", Dense.Spec.class));

    assertThat(graph.node("y").type()).hasToString("8 x 5");
  }

  @Test
  void badSizesAreRefused() {
    for (String size : new String[] {"0", "-3", "1e3", "99999999999999999999", "\"a\""}) {
      String json =
          sequential("2.4.0", layer("Flatten", "")).replace("[null, 8, 4]", "[null, " + size + "]");
      assertThatThrownBy(() -> KerasJson.parse(json))
          .as(size)
          .isInstanceOf(KerasFormatException.class)
          .hasMessageStartingWith("x has an axis of size ");
    }
    assertThatThrownBy(
            () ->
                KerasJson.parse(
                    sequential("2.4.0", layer("Flatten", ""))
                        .replace("[null, 8, 4]", "[null, 9223372036854775807, 9]")))
        .isInstanceOf(KerasFormatException.class);
  }
}
