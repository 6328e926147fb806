package io.tenon.keras;

import io.tenon.graph.Graph;
import io.tenon.layer.InputCount;
import io.tenon.layer.InputLayer;
import io.tenon.layer.KerasKeys;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the calls of a layer: what {@link InboundNode} reads. */
final class CallWriter {
  private final Graph graph;
  private final LayerCalls calls;

  CallWriter(Graph graph, LayerCalls calls) {
    this.graph = graph;
    this.calls = calls;
  }

  /** The calls of a layer; none of an input. */
  List<Object> nodes(LayerCalls.Layer layer) {
    if (layer.spec() instanceof InputLayer) {
      return List.of();
    }
    List<Object> nodes = new ArrayList<>();
    for (List<String> call : layer.calls()) {
      Map<String, @Nullable Object> node = new LinkedHashMap<>();
      List<Object> tensors = call.stream().<Object>map(this::tensor).toList();
      LayerSpec spec = layer.spec();
      node.put("args", spec == null ? listed(tensors) : arguments(spec, tensors));
      node.put("kwargs", spec == null ? mask() : named(spec, tensors));
      nodes.add(node);
    }
    return nodes;
  }

  private Map<String, @Nullable Object> tensor(String name) {
    TensorType type = graph.node(name).type();
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("shape", BuildConfig.shape(type, graph.batchSize().orElse(0)));
    config.put("dtype", type.dataType().kerasName());
    config.put("keras_history", calls.history(name).write());
    Map<String, @Nullable Object> tensor = new LinkedHashMap<>();
    tensor.put(KerasObject.CLASS_NAME, "__keras_tensor__");
    tensor.put(KerasObject.CONFIG, config);
    return tensor;
  }

  private static List<Object> listed(List<Object> tensors) {
    return tensors.size() == 1 ? tensors : List.of(tensors);
  }

  private static Map<String, @Nullable Object> mask() {
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    arguments.put("mask", null);
    return arguments;
  }

  private static List<Object> arguments(LayerSpec spec, List<Object> tensors) {
    KerasKeys keys = spec.kerasKeys();
    if (!keys.inputs().isEmpty()) {
      return tensors.subList(0, 1);
    }
    boolean one = spec.inputCount() == InputCount.ONE || tensors.size() == 1;
    return one && keys.leastInputs() == 1 ? tensors : List.of(padded(tensors, keys));
  }

  private static List<Object> padded(List<Object> tensors, KerasKeys keys) {
    List<Object> padded = new ArrayList<>(tensors);
    while (padded.size() < keys.leastInputs()) {
      padded.add(tensors.get(0));
    }
    return padded;
  }

  private static Map<String, @Nullable Object> named(LayerSpec spec, List<Object> tensors) {
    KerasKeys keys = spec.kerasKeys();
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    boolean first = true;
    for (var entry : InboundNode.named(keys.inputs(), padded(tensors, keys)).entrySet()) {
      if (!first) {
        named.put(entry.getKey(), entry.getValue());
      }
      first = false;
    }
    keys.arguments().forEach(key -> named.put(key.name(), key.value()));
    for (Component component : Component.of(spec.getClass())) {
      if (component.isArgument()) {
        named.put(component.key(), component.value(spec));
      }
    }
    return named;
  }
}
