package io.tenon.keras;

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
  static TensorHistory of(Config triple) {
    return new TensorHistory(
        triple.get(0).text(), triple.get(1).integer(0), triple.get(2).integer(0));
  }

  /** What {@code input_layers} or {@code output_layers} name: one triple, or a list of them. */
  static List<TensorHistory> ends(Config ends) {
    List<TensorHistory> all = new ArrayList<>();
    if (ends.get(0).isText()) {
      all.add(of(ends));
    } else {
      ends.list().forEach(end -> all.add(of(end)));
    }
    return all;
  }

  /** What a use of a layer reads: a list of tensors in Keras 2, arguments in Keras 3. */
  static List<TensorHistory> inputs(String layer, Config use) {
    List<TensorHistory> inputs = new ArrayList<>();
    if (use.isList()) {
      if (use.get(0).isText()) {
        inputs.add(of(use));
      } else {
        use.list().forEach(tensor -> inputs.add(of(tensor)));
      }
      return inputs;
    }
    collect(use.get("args"), inputs);
    Config named = use.get("kwargs");
    for (String argument : TENSOR_ARGUMENTS) {
      collect(named.get(argument), inputs);
    }
    named
        .entries()
        .forEach(
            (argument, value) -> {
              List<TensorHistory> others = new ArrayList<>();
              collect(value, others);
              if (!others.isEmpty() && !TENSOR_ARGUMENTS.contains(argument)) {
                throw new KerasFormatException(
                    "%s is given the tensor \"%s\", which Tenon does not know"
                        .formatted(layer, argument));
              }
            });
    return inputs;
  }

  private static void collect(Config node, List<TensorHistory> found) {
    Config history = node.get("config").get("keras_history");
    if (history.isList()) {
      found.add(of(history));
    } else if (node.isList()) {
      node.list().forEach(element -> collect(element, found));
    }
  }
}
