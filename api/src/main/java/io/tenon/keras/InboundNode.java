package io.tenon.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A use of a layer: what it is given.
 *
 * @param positional the tensors given by their places, in order
 * @param named the tensors given by name
 * @param constants what else it is given, by name
 */
record InboundNode(
    List<TensorHistory> positional,
    Map<String, List<TensorHistory>> named,
    Map<String, Config> constants) {
  private static final String MASK = "mask";
  private static final String REST = "...";

  /** A list of tensors, as Keras 2 writes a use, or the arguments of the call, as Keras 3 does. */
  static InboundNode read(Config use) {
    InboundNode node =
        new InboundNode(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
    if (use.isMap()) {
      use.get("args").list().forEach(argument -> node.add(argument, node.positional, "argument"));
      node.addNamed(use.get("kwargs"));
    } else {
      List<Config> tensors = use.get(0).isText() ? List.of(use) : use.list();
      for (Config tensor : tensors) {
        if (tensor.get(0).text().equals("_CONSTANT_VALUE")) {
          node.constants.put("argument", tensor.get(2));
        } else {
          node.add(tensor, node.positional, "argument");
        }
        node.addNamed(tensor.get(3));
      }
    }
    return node;
  }

  private void addNamed(Config arguments) {
    arguments
        .entries()
        .forEach(
            (name, value) -> {
              List<TensorHistory> tensors = new ArrayList<>();
              add(value, tensors, name);
              if (!tensors.isEmpty()) {
                named.put(name, tensors);
              }
            });
  }

  private void add(Config value, List<TensorHistory> tensors, String name) {
    var history = TensorHistory.find(value);
    if (history.isPresent()) {
      tensors.add(history.get());
    } else if (value.isList()) {
      value.list().forEach(element -> add(element, tensors, name));
    } else if (!value.isNull()) {
      constants.put(name, value);
    }
  }

  /** All tensors that the use depends on, but for masks, which layers know by themselves. */
  List<TensorHistory> tensors() {
    List<TensorHistory> all = new ArrayList<>(positional);
    named.forEach((name, tensors) -> all.addAll(name.equals(MASK) ? List.of() : tensors));
    return all;
  }

  /** The masks that it is given. */
  List<TensorHistory> masks() {
    return named.getOrDefault(MASK, List.of());
  }

  /** What is given by name and is no tensor. */
  Config arguments() {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    constants.forEach((name, value) -> values.put(name, value.value()));
    return Config.of(values);
  }

  /**
   * The tensors that a layer reads, in its order.
   *
   * @param layer the layer, as messages name it
   * @param names what Keras calls them; none if it takes them as one list
   * @param known the arguments that are components of the layer
   * @throws KerasFormatException if the use is given something else
   */
  List<TensorHistory> inputs(String layer, List<String> names, Set<String> known) {
    List<TensorHistory> inputs = new ArrayList<>();
    Map<String, List<TensorHistory>> open = new LinkedHashMap<>(named);
    open.remove(MASK);
    inputs.addAll(open.getOrDefault("inputs", List.of()));
    open.remove("inputs");
    inputs.addAll(positional);
    for (String name : names) {
      String plain = plain(name);
      inputs.addAll(open.getOrDefault(plain, List.of()));
      open.remove(plain);
    }
    for (String name : open.keySet()) {
      throw new KerasFormatException(
          "%s is given the tensor \"%s\", which Tenon does not know".formatted(layer, name));
    }
    constants.forEach((name, value) -> check(layer, name, value, known));
    return inputs;
  }

  private static void check(String layer, String name, Config value, Set<String> known) {
    boolean matters = !value.same(false) && !known.contains(name) && !name.equals("name");
    if (matters) {
      throw new KerasFormatException(
          name.equals("training")
              ? layer + " always runs as when training, which Tenon does not have"
              : "%s is given %s %s, which Tenon does not know".formatted(layer, name, value));
    }
  }

  private static String plain(String name) {
    return name.endsWith(REST) ? name.substring(0, name.length() - REST.length()) : name;
  }

  /** Values under the names of inputs, those that remain as a list under the last. */
  static Map<String, Object> named(List<String> names, List<?> values) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
      boolean rest = names.get(i).endsWith(REST);
      named.put(plain(names.get(i)), rest ? values.subList(i, values.size()) : values.get(i));
    }
    return named;
  }
}
