package io.tenon.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tensor a layer reads, as Keras numbers them.
 *
 * @param layer the layer that gives it
 * @param call which use of that layer, counted from 0
 * @param index which of the tensors of that use
 */
record TensorHistory(String layer, int call, int index) {
  private static final List<String> TENSOR_ARGUMENTS = List.of("initial_state", "value", "key");

  /** {@code ["name", 0, 0]}. */
  static TensorHistory of(JsonNode triple) {
    return new TensorHistory(
        triple.path(0).asText(), triple.path(1).asInt(), triple.path(2).asInt());
  }

  /** What {@code input_layers} or {@code output_layers} name: one triple, or a list of them. */
  static List<TensorHistory> ends(JsonNode ends) {
    List<TensorHistory> all = new ArrayList<>();
    if (ends.path(0).isTextual()) {
      all.add(of(ends));
    } else {
      ends.forEach(end -> all.add(of(end)));
    }
    return all;
  }

  /** What a use of a layer reads: a list of tensors in Keras 2, arguments in Keras 3. */
  static List<TensorHistory> inputs(String layer, JsonNode use) {
    List<TensorHistory> inputs = new ArrayList<>();
    if (use.isArray()) {
      if (use.path(0).isTextual()) {
        inputs.add(of(use));
      } else {
        use.forEach(tensor -> inputs.add(of(tensor)));
      }
      return inputs;
    }
    collect(use.path("args"), inputs);
    JsonNode named = use.path("kwargs");
    for (String argument : TENSOR_ARGUMENTS) {
      collect(named.path(argument), inputs);
    }
    named
        .properties()
        .forEach(
            entry -> {
              List<TensorHistory> others = new ArrayList<>();
              collect(entry.getValue(), others);
              if (!others.isEmpty() && !TENSOR_ARGUMENTS.contains(entry.getKey())) {
                throw new KerasFormatException(
                    "%s is given the tensor \"%s\", which Tenon does not know"
                        .formatted(layer, entry.getKey()));
              }
            });
    return inputs;
  }

  private static void collect(JsonNode node, List<TensorHistory> found) {
    JsonNode history = node.at("/config/keras_history");
    if (history.isArray()) {
      found.add(of(history));
    } else if (node.isArray()) {
      node.forEach(element -> collect(element, found));
    }
  }
}
