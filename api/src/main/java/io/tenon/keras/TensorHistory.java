package io.tenon.keras;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which tensor a layer reads, as Keras numbers them.
 *
 * @param layer the layer that gives it
 * @param call which use of that layer, counted from 0
 * @param index which of the tensors of that use
 */
record TensorHistory(String layer, int call, int index) {
  /** {@code ["name", 0, 0]}, perhaps with more. */
  static TensorHistory of(Config triple) {
    return new TensorHistory(
        triple.get(0).text(), triple.get(1).integer(0), triple.get(2).integer(0));
  }

  /** A tensor as Keras 3 writes it, or as Keras 2 does. */
  static Optional<TensorHistory> find(Config value) {
    Config history = value.get(KerasObject.CONFIG).get("keras_history");
    if (history.isList()) {
      return Optional.of(of(history));
    }
    boolean plain = value.get(0).isText() && value.get(1).isInteger() && value.get(2).isInteger();
    return plain ? Optional.of(of(value)) : Optional.empty();
  }

  /** What {@code input_layers} or {@code output_layers} name: one triple, or a list of them. */
  static List<TensorHistory> ends(Config ends) {
    List<TensorHistory> all = new ArrayList<>();
    if (ends.get(0).isText()) {
      all.add(of(ends));
    } else if (ends.isMap()) {
      ends.entries().values().forEach(end -> all.add(of(end)));
    } else {
      ends.list().forEach(end -> all.add(of(end)));
    }
    return all;
  }

  /** {@code ["name", 0, 0]}. */
  List<Object> write() {
    return List.of(layer, call, index);
  }
}
