package io.tenon.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.keras.KerasArchitecture;
import io.tenon.layer.WeightSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a model as Keras counts them: in the order of the architecture, with those that have
 * no weights, and models used as layers whole.
 *
 * @param name its name
 * @param className Keras's name of its kind
 * @param wrapped the name of the layer that it wraps, if it does
 * @param node the layer in the graph; none for a model, or an input of a model within
 * @param layers the layers of a model
 */
record KerasLayer(
    String name, String className, String wrapped, @Nullable Node node, List<KerasLayer> layers) {

  /** A model, from its architecture and graph. */
  static KerasLayer model(JsonNode architecture, Graph graph) {
    Map<String, Node> nodes = new HashMap<>();
    graph.layers().forEach(node -> nodes.put(node.layer(), node));
    return model(architecture, "", nodes);
  }

  /** A graph's layers, in the order of the architecture that is written of it. */
  static KerasLayer of(Graph graph) {
    return model(KerasJson.tree(KerasArchitecture.write(graph)), graph);
  }

  /** A model's layers without their weights, from its architecture alone. */
  static KerasLayer model(JsonNode architecture) {
    return model(architecture, "", Map.of());
  }

  private static KerasLayer model(JsonNode model, String prefix, Map<String, Node> nodes) {
    List<KerasLayer> layers = new ArrayList<>();
    String className = model.path("class_name").asText();
    JsonNode config = model.path("config");
    for (JsonNode layer : config.isArray() ? config : config.path("layers")) {
      JsonNode inner = layer.path("config");
      if (className.equals("Sequential")
          && layer.path("class_name").asText().equals("InputLayer")) {
        continue; // which Keras does not count there
      }
      String name = layer.path("name").asText(inner.path("name").asText());
      if (inner.isArray() || inner.has("layers")) {
        layers.add(model(layer, prefix + name + "/", nodes));
      } else {
        layers.add(
            new KerasLayer(
                name,
                layer.path("class_name").asText(),
                inner.at("/layer/config/name").asText(),
                nodes.get(prefix + name),
                List.of()));
      }
    }
    return new KerasLayer(
        model.path("name").asText(config.path("name").asText()), className, "", null, layers);
  }

  /** Whether it is a model. */
  boolean isModel() {
    return className.equals("Sequential")
        || className.equals("Functional")
        || className.equals("Model");
  }

  /** The layers of the graph in it, one after another. */
  List<Node> nodes() {
    if (node != null) {
      return List.of(node);
    }
    List<Node> nodes = new ArrayList<>();
    layers.forEach(layer -> nodes.addAll(layer.nodes()));
    return nodes;
  }

  /** Its weights, layer by layer. */
  List<Weight> weights() {
    List<Weight> weights = new ArrayList<>();
    for (Node each : nodes()) {
      each.weights().forEach(spec -> weights.add(new Weight(each.layer(), spec)));
    }
    return weights;
  }

  /** Its weights as older files have them: first all that train. */
  List<Weight> weightsTrainableFirst() {
    return Stream.of(true, false)
        .flatMap(trains -> weights().stream().filter(w -> w.spec().trainable() == trains))
        .toList();
  }

  /** Its layers that have weights. */
  List<KerasLayer> weighted() {
    return layers.stream().filter(layer -> !layer.weights().isEmpty()).toList();
  }

  /**
   * A weight of the graph.
   *
   * @param layer the layer's name in the graph
   */
  record Weight(String layer, WeightSpec spec) {
    List<Long> shape() {
      List<Long> sizes = new ArrayList<>();
      for (long size : spec.shape().sizes()) {
        sizes.add(size);
      }
      return sizes;
    }
  }

  /** {@code GlobalMaxPooling1D} as {@code global_max_pooling1d}, {@code LSTM} as {@code lstm}. */
  String snakeCase() {
    return (className.equals("Model") ? "Functional" : className)
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }
}
