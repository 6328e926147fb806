package io.tenon.file;

import static io.tenon.ActivationFunction.ELU;
import static io.tenon.ActivationFunction.HARD_SILU;
import static io.tenon.layer.Bidirectional.MergeMode.NONE;
import static io.tenon.layer.UpSampling2D.Interpolation.BILINEAR;
import static io.tenon.layer.UpSampling2D.Interpolation.LANCZOS3;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.keras.KerasArchitecture;
import io.tenon.layer.LayerSpec;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Parameters in Keras's words, and read again. */
final class LayerParametersTest {
  private static void written(
      String shape, Supplier<? extends LayerSpec> layer, String... expected) {
    Graph graph = Graph.builder("m").input("x", shape).layer("y", layer, "x").output("y").build();

    String json = KerasJson.text(KerasArchitecture.write(graph));

    assertThat(json).contains(expected);
    Graph again = KerasJson.parse(json);
    assertThat(again.node("y").spec()).isEqualTo(layer.get());
    assertThat(again).hasToString(graph.toString());
  }

  @Test
  void interpolation() {
    written(
        "3 4 2",
        Layers.upSampling2D().size(2, 3).interpolation(BILINEAR),
        "\"size\": [2, 3], \"interpolation\": \"bilinear\", \"data_format\": \"channels_last\"");
    written("3 4 2", Layers.upSampling2D(), "\"interpolation\": \"nearest\"");
    written(
        "3 4 2", Layers.upSampling2D().interpolation(LANCZOS3), "\"interpolation\": \"lanczos3\"");
  }

  @Test
  void rescaling() {
    written("3 4 2", Layers.rescaling(0.5), "\"scale\": 0.5, \"offset\": 0.0");
    written(
        "3 4 2",
        Layers.rescaling(0.5, 2).offset(1, -1),
        "\"scale\": [0.5, 2.0], \"offset\": [1.0, -1.0]");
  }

  /** Keras writes lists as they are, and arrays of NumPy's as objects. */
  @Test
  void rescalingByArrays() {
    Graph graph =
        KerasJson.parse(
            """
            {"class_name": "Sequential", "config": {"name": "m", "layers": [
              {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 2]}},
              {"class_name": "Rescaling", "config": {"name": "y", "scale": {
                "class_name": "__numpy__", "config": {"value": [2.0, 0.5], "dtype": "float64"}},
                "offset": 1}}]}}""");

    assertThat(graph.node("y").spec()).isEqualTo(Layers.rescaling(2, 0.5).offset(1).get());
  }

  @Test
  void normalizationsThatLeaveTheMean() {
    written(
        "3 4",
        Layers.layerNormalization().rmsScaling(true),
        "\"scale\": true, \"rms_scaling\": true");
    written("3 4", Layers.rmsNormalization(), "\"axis\": [-1], \"epsilon\": 1.0E-6");
  }

  @Test
  void additiveAttention() {
    written(
        "3 4",
        Layers.additiveAttention().dropout(0.5).useCausalMask(true),
        "\"class_name\": \"AdditiveAttention\"",
        "\"use_scale\": true, \"dropout\": 0.5}",
        "\"use_causal_mask\": true");
  }

  /** What Keras has as operations stands in a functional model, with its own keys alone. */
  @Test
  void operations() {
    written(
        "3 4",
        Layers.threshold(0.5, -1),
        "\"class_name\": \"Functional\"",
        "\"module\": \"keras.src.ops.nn\", \"class_name\": \"Threshold\"",
        "\"config\": {\"name\": \"y\", \"threshold\": 0.5, \"default_value\": -1.0}");
    written("3 4", Layers.glu().axis(-1), "\"config\": {\"name\": \"y\", \"axis\": -1}");
  }

  @Test
  void directionsApart() {
    written("3 4", Layers.bidirectional(Layers.gru(2)).mergeMode(NONE), "\"merge_mode\": null");
    written("3 4", Layers.bidirectional(Layers.gru(2)), "\"merge_mode\": \"concat\"");
  }

  @Test
  void einsumDense() {
    written(
        "3 4",
        Layers.einsumDense("abc,cd->abd", -1, 5).biasAxes("d"),
        "\"equation\": \"abc,cd->abd\", \"output_shape\": [null, 5]",
        "\"bias_axes\": \"d\"");
    written("3 4", Layers.einsumDense("...x,xy->...y", 5), "\"bias_axes\": null");
  }

  @Test
  void noiseShapes() {
    written(
        "3 4",
        Layers.dropout(0.5).noiseShape(-1, 1, -1),
        "\"rate\": 0.5, \"noise_shape\": [null, 1, null]");
    written("3 4", Layers.alphaDropout(0.5).noiseShape(1, 3, -1), "\"noise_shape\": [1, 3, null]");
    written("3 4", Layers.dropout(0.5), "\"noise_shape\": null");
  }

  @Test
  void activations() {
    written("3", Layers.activation(HARD_SILU), "\"activation\": \"hard_silu\"");
    Graph graph =
        KerasJson.parse(
            """
            {"class_name": "Sequential", "config": {"name": "m", "layers": [
              {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 3]}},
              {"class_name": "Activation", "config": {"name": "y", "activation": "hard_swish"}},
              {"class_name": "Activation", "config": {"name": "z", "activation": "celu"}}]}}""");

    assertThat(graph.node("y").spec()).isEqualTo(Layers.activation(HARD_SILU).get());
    assertThat(graph.node("z").spec()).isEqualTo(Layers.activation(ELU).get());
  }

  @Test
  void axesOfAttention() {
    written(
        "3 4 2",
        Layers.multiHeadAttention(2, 3).attentionAxes(2),
        "\"output_shape\": null, \"attention_axes\": [2]");
    written(
        "3 4 2",
        Layers.multiHeadAttention(2, 3).outputShape(5, 6),
        "\"output_shape\": [5, 6], \"attention_axes\": [1, 2]");
    written("3 4", Layers.multiHeadAttention(2, 3), "\"attention_axes\": [1]");
    written("3 4", Layers.multiHeadAttention(2, 3).outputShape(5), "\"output_shape\": 5");
  }

  @Test
  void axesOfNormalizations() {
    written("3 4 2", Layers.batchNormalization().axis(1), "\"axis\": 1, \"momentum\"");
    written("3 4 2", Layers.batchNormalization().axis(-2), "\"axis\": -2");
    written("3 4 2", Layers.groupNormalization().groups(2).axis(2), "\"groups\": 2, \"axis\": 2");
    written("3 4 2", Layers.layerNormalization().axis(1, 2), "\"axis\": [1, 2], \"epsilon\"");
    written("3 4 2", Layers.layerNormalization(), "\"axis\": [-1]");
    written("3 4 2", Layers.softmax(), "\"axis\": -1");
    written("3 4 2", Layers.softmax().axis(1, 2), "\"axis\": [1, 2]");
  }

  /** Keras may write the last axis by its number. */
  @Test
  void theLastAxisIsOne() {
    Graph graph =
        KerasJson.parse(
            """
            {"class_name": "Sequential", "config": {"name": "m", "layers": [
              {"class_name": "InputLayer", "config": {"name": "x", "batch_shape": [null, 3, 4, 2]}},
              {"class_name": "LayerNormalization", "config": {"name": "y", "axis": [1, 3]}},
              {"class_name": "BatchNormalization", "config": {"name": "z", "axis": [3]}}]}}""");

    assertThat(graph.node("y").spec()).isEqualTo(Layers.layerNormalization().axis(1, -1).get());
    assertThat(graph.node("z").spec()).isEqualTo(Layers.batchNormalization().get());
  }
}
