package io.tenon.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tenon.Loss;
import io.tenon.data.Samples;
import io.tenon.file.KerasJson;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.WeightSpec;
import io.tenon.loss.LossFunction;
import io.tenon.loss.Losses;
import io.tenon.network.LayerView;
import io.tenon.network.Network;
import io.tenon.network.NetworkBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Whole models of Keras's, from their architecture and weights: what they predict, and how three
 * steps of training change them.
 */
class ModelGoldenTest {
  private static final double TOLERANCE = 1e-4;
  private static final Map<String, String> SHORT_NAMES =
      Map.of("mse", "mean_squared_error", "mae", "mean_absolute_error");

  static Stream<Arguments> models() {
    return GoldenFiles.models().stream().map(name -> Arguments.of(name));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void predictsAndTrainsAsKeras(String name) {
    JsonNode which = GoldenFiles.json("models/" + name + ".case.json");
    Graph graph = KerasJson.read(GoldenFiles.path("models/" + name + ".json"));
    NetworkBuilder builder =
        Network.builder(graph)
            .optimizer(KerasOptimizers.optimizer(which.at("/compile/optimizer")))
            .seed(1);
    List<String> outputs = graph.outputs().stream().map(OutputSpec::tensor).toList();
    for (int i = 0; i < outputs.size(); i++) {
      JsonNode losses = which.at("/compile/loss");
      builder.loss(outputs.get(i), loss(losses.isArray() ? losses.get(i) : losses));
      builder.lossWeight(outputs.get(i), which.at("/compile/loss_weights").path(i).asDouble(1));
    }
    try (Network network = builder.build()) {
      setWeights(network, which.get("weights"));
      INDArray[] inputs = new INDArray[graph.inputs().size()];
      Samples.Builder samples = Samples.builder();
      for (int i = 0; i < inputs.length; i++) {
        inputs[i] = typed(which.get("inputs").get(i));
        samples.input(graph.inputs().get(i).name(), inputs[i]);
      }
      for (int i = 0; i < outputs.size(); i++) {
        samples.label(outputs.get(i), typed(which.get("labels").get(i)));
      }
      compare("predictions", network.predict(inputs), which.get("predictions"));

      JsonNode training = which.get("training");
      for (JsonNode loss : training.get("losses")) {
        assertThat(network.trainOnBatch(samples.build()).get("loss"))
            .isCloseTo(loss.asDouble(), within(TOLERANCE));
      }
      compare("weights", weights(network), training.get("weights_after"));
      compare("predictions", network.predict(inputs), training.get("predictions_after"));
    }
  }

  private static LossFunction loss(JsonNode which) {
    if (!which.isTextual()) {
      // Some say at once what others say in a configuration.
      ObjectNode whole = JsonNodeFactory.instance.objectNode();
      whole.set("class_name", which.get("class_name"));
      whole.set("config", which.has("config") ? which.get("config") : which);
      return KerasLosses.loss(whole);
    }
    String name = SHORT_NAMES.getOrDefault(which.asText(), which.asText());
    return Losses.of(Loss.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  private static INDArray typed(JsonNode array) {
    INDArray values = GoldenFiles.array(array);
    return array.get("dtype").asText().equals("int32") ? values.castTo(DataType.INT32) : values;
  }

  /** Those of Keras come in the order of the layers in the architecture. */
  private static void setWeights(Network network, JsonNode weights) {
    int next = 0;
    for (Node node : layers(network)) {
      LayerView layer = network.layer(node.layer());
      List<INDArray> values = new ArrayList<>();
      for (WeightSpec weight : layer.weightSpecs()) {
        JsonNode value = weights.get(next++).get("value");
        assertThat(GoldenFiles.array(value).shape()).isEqualTo(weight.shape().sizes());
        values.add(GoldenFiles.array(value));
      }
      layer.setWeights(values.toArray(INDArray[]::new));
    }
    assertThat(next).isEqualTo(weights.size());
  }

  private static INDArray[] weights(Network network) {
    List<INDArray> values = new ArrayList<>();
    layers(network).forEach(node -> values.addAll(network.layer(node.layer()).weights()));
    return values.toArray(INDArray[]::new);
  }

  private static List<Node> layers(Network network) {
    return network.graph().layers().stream().filter(node -> !node.weights().isEmpty()).toList();
  }

  private static void compare(String what, INDArray[] found, JsonNode expected) {
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.length; i++) {
      JsonNode array =
          expected.get(i).has("value") ? expected.get(i).get("value") : expected.get(i);
      float[] wanted = GoldenFiles.floats(array);
      float[] values = found[i].dup('c').data().asFloat();
      assertThat(values).hasSameSizeAs(wanted);
      for (int j = 0; j < wanted.length; j++) {
        double allowed = TOLERANCE * Math.max(1, Math.abs(wanted[j]));
        assertThat((double) values[j])
            .as("%s %d [%d]", what, i, j)
            .isCloseTo(wanted[j], within(allowed));
      }
    }
  }
}
