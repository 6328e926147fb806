package io.tenon.keras;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes a model as Keras does: what {@link ModelReader} reads. */
final class ModelWriter {
  private final Graph graph;
  private final LayerCalls calls;
  private final Predicate<String> trainable;

  ModelWriter(Graph graph) {
    this(graph, layer -> graph.layer(layer).trainable());
  }

  /**
   * A writer of a model within another.
   *
   * @param trainable whether training changes a layer, as the outermost model has it
   */
  private ModelWriter(Graph graph, Predicate<String> trainable) {
    this.graph = graph;
    this.calls = new LayerCalls(graph);
    this.trainable = trainable;
  }

  Map<String, @Nullable Object> write() {
    return write(graph.name());
  }

  private Map<String, @Nullable Object> write(String name) {
    boolean sequential = graph.declaration().sequential() && calls.isChain();
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("name", name);
    config.put("trainable", isTrainable());
    Map<String, @Nullable Object> build = new LinkedHashMap<>();
    Map<String, @Nullable Object> object;
    if (sequential) {
      List<@Nullable Object> shape = BuildConfig.shape(graph.inputs().get(0).type(), batchSize());
      config.put("dtype", "float32");
      config.put("layers", layers(false));
      config.put("build_input_shape", shape);
      build.put("input_shape", shape);
      object = KerasObject.of("keras", "Sequential", config);
    } else {
      config.put("layers", layers(true));
      config.put("input_layers", ends(graph.inputs().stream().map(Node::name).toList()));
      config.put("output_layers", ends(graph.outputs().stream().map(OutputSpec::tensor).toList()));
      build.put("input_shape", null);
      object = KerasObject.of("keras.src.models.functional", "Functional", config);
      object.put("registered_name", "Functional");
    }
    object.put("build_config", build);
    return object;
  }

  private int batchSize() {
    return graph.batchSize().orElse(0);
  }

  /** A model is frozen if all that it could train is. */
  private boolean isTrainable() {
    List<Node> weighted =
        graph.layers().stream().filter(node -> !node.weights().isEmpty()).toList();
    return weighted.isEmpty() || weighted.stream().anyMatch(node -> trainable.test(node.layer()));
  }

  private List<Object> ends(List<String> tensors) {
    return tensors.stream().<Object>map(tensor -> calls.history(tensor).write()).toList();
  }

  private List<Object> layers(boolean withCalls) {
    List<Object> layers = new ArrayList<>();
    List<LayerCalls.Layer> order = withCalls ? new LayerOrder(calls).of(graph) : calls.layers();
    for (LayerCalls.Layer layer : order) {
      Map<String, @Nullable Object> object = object(layer);
      if (withCalls) {
        object.put("name", layer.name());
        object.put("inbound_nodes", new CallWriter(graph, calls).nodes(layer));
      }
      layers.add(object);
    }
    return layers;
  }

  private Map<String, @Nullable Object> object(LayerCalls.Layer layer) {
    if (layer.model() != null) {
      Predicate<String> within = name -> trainable.test(layer.name() + "/" + name);
      return new ModelWriter(layer.model(), within).write(layer.name());
    }
    LayerSpec spec = layer.spec();
    if (spec instanceof InputLayer input) {
      return LayerWriter.input(layer.name(), input);
    } else if (spec == null) {
      throw new IllegalStateException(layer.name() + " is neither a layer nor a model");
    }
    List<TensorType> inputs =
        layer.calls().get(0).stream().map(tensor -> graph.node(tensor).type()).toList();
    return LayerWriter.object(
        spec, layer.name(), trainable.test(layer.name()), inputs, batchSize());
  }
}
