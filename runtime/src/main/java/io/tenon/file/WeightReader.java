package io.tenon.file;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.keras.KerasFormatException;
import io.tenon.layer.WeightSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Finds the weights of a graph's layers in an HDF5 file, by either of Keras's ways to lay them out.
 *
 * <ul>
 *   <li>Up to Keras 2, and in {@code .h5} still: a group for each layer, by name, with {@code
 *       weight_names} in order; of a model used as a layer first all trainable ones.
 *   <li>Keras 3: {@code layers/dense_1/vars/0}, the layers numbered class by class; what a layer
 *       holds within, such as {@code cell}, in groups of its own.
 * </ul>
 */
final class WeightReader {
  /** The groups within a layer's group that hold weights of its own, in Keras's order. */
  private static final List<String> WITHIN =
      List.of(
          "cell",
          "layer",
          "forward_layer",
          "backward_layer",
          "query_dense",
          "key_dense",
          "value_dense",
          "output_dense");

  private final String file;
  private final Graph graph;
  private final WeightUpdate update = new WeightUpdate();

  WeightReader(String file, Graph graph) {
    this.file = file;
    this.graph = graph;
  }

  /** A weight of the graph: where it goes. */
  private record Target(String layer, WeightSpec spec) {}

  WeightUpdate read(Group root) {
    Group old =
        root.getChildren().containsKey("model_weights") ? child(root, "model_weights") : root;
    if (!names(old, "layer_names").isEmpty()) {
      readByName(old);
    } else if (root.getChildren().containsKey("layers")) {
      readByClass(root, "");
    } else {
      throw new KerasFormatException(file + " holds no weights of Keras's");
    }
    return update;
  }

  private void readByName(Group group) {
    Map<String, List<Target>> layers = new LinkedHashMap<>();
    layersIn("")
        .forEach(
            (name, nodes) -> {
              List<Target> targets = targets(nodes);
              if (!targets.isEmpty()) {
                layers.put(name, targets);
              }
            });
    List<String> names = sources(group, List.copyOf(layers.keySet()));
    int next = 0;
    for (Map.Entry<String, List<Target>> layer : layers.entrySet()) {
      Group weights = child(group, names.get(next++));
      List<Dataset> found = new ArrayList<>();
      for (String name : names(weights, "weight_names")) {
        found.add(dataset(weights, name));
      }
      put(layer.getKey(), layer.getValue(), found);
    }
  }

  /** The weights of layers, first all trainable ones. */
  private static List<Target> targets(List<Node> nodes) {
    List<Target> targets = new ArrayList<>();
    for (boolean trainable : new boolean[] {true, false}) {
      for (Node node : nodes) {
        for (WeightSpec spec : node.weights()) {
          if (spec.trainable() == trainable) {
            targets.add(new Target(node.layer(), spec));
          }
        }
      }
    }
    return targets;
  }

  /** The groups for layers: those of their names, or as in Keras the ones with weights in order. */
  private List<String> sources(Group group, List<String> layers) {
    List<String> names = names(group, "layer_names");
    if (names.containsAll(layers)) {
      return layers;
    }
    List<String> weighted =
        names.stream()
            .filter(name -> !names(child(group, name), "weight_names").isEmpty())
            .toList();
    if (weighted.size() != layers.size()) {
      throw new KerasFormatException(
          "%s has weights for the layers %s, but the model has %s"
              .formatted(file, weighted, layers));
    }
    return weighted;
  }

  /** Layers by the first part of their names below a prefix; several for a model used as one. */
  private Map<String, List<Node>> layersIn(String prefix) {
    Map<String, List<Node>> layers = new LinkedHashMap<>();
    for (Node node : graph.layers()) {
      if (node.layer().startsWith(prefix)) {
        String name = node.layer().substring(prefix.length()).split("/", -1)[0];
        layers.computeIfAbsent(name, key -> new ArrayList<>()).add(node);
      }
    }
    return layers;
  }

  private void readByClass(Group group, String prefix) {
    Group layers = child(group, "layers");
    Map<String, Integer> numbers = new HashMap<>();
    for (Map.Entry<String, List<Node>> entry : layersIn(prefix).entrySet()) {
      Node node = entry.getValue().get(0);
      boolean isModel = !node.layer().equals(prefix + entry.getKey());
      if (entry.getValue().stream().allMatch(each -> each.weights().isEmpty())) {
        count(numbers, isModel ? modelName(layers, numbers) : snakeCase(node));
        continue;
      }
      String name = isModel ? modelName(layers, numbers) : snakeCase(node);
      String numbered = count(numbers, name);
      // Since Keras 3.5 groups are called as the layers are.
      Group found =
          child(
              layers, layers.getChildren().containsKey(entry.getKey()) ? entry.getKey() : numbered);
      if (isModel) {
        readByClass(found, prefix + entry.getKey() + "/");
      } else {
        List<Dataset> values = new ArrayList<>();
        collect(found, values);
        put(
            node.layer(),
            node.weights().stream().map(spec -> new Target(node.layer(), spec)).toList(),
            values);
      }
    }
  }

  private static String count(Map<String, Integer> numbers, String name) {
    int number = numbers.merge(name, 1, Integer::sum) - 1;
    return number == 0 ? name : name + "_" + number;
  }

  private static String modelName(Group layers, Map<String, Integer> numbers) {
    int number = numbers.getOrDefault("functional", 0);
    String numbered = number == 0 ? "functional" : "functional_" + number;
    return layers.getChildren().containsKey(numbered) ? "functional" : "sequential";
  }

  /** {@code GlobalMaxPooling1D} as {@code global_max_pooling1d}, {@code LSTM} as {@code lstm}. */
  private static String snakeCase(Node node) {
    return node.spec()
        .className()
        .replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
        .replaceAll("([a-z])([A-Z])", "$1_$2")
        .toLowerCase(Locale.ROOT);
  }

  private static void collect(Group group, List<Dataset> values) {
    if (group.getChildren().get("vars") instanceof Group vars) {
      for (int i = 0; vars.getChildren().get(Integer.toString(i)) instanceof Dataset value; i++) {
        values.add(value);
      }
    }
    for (String name : WITHIN) {
      if (group.getChildren().get(name) instanceof Group within) {
        collect(within, values);
      }
    }
  }

  private void put(String layer, List<Target> targets, List<Dataset> found) {
    if (targets.size() != found.size()) {
      throw new KerasFormatException(
          "%s: the layer \"%s\" has %d weights, the file has %d"
              .formatted(file, layer, targets.size(), found.size()));
    }
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      long[] expected = target.spec().shape().sizes();
      long[] shape = Arrays.stream(found.get(i).getDimensions()).asLongStream().toArray();
      if (!Arrays.equals(expected, shape)) {
        throw new KerasFormatException(
            "%s: the %s of \"%s\" has shape %s, the file has %s"
                .formatted(
                    file,
                    target.spec().name(),
                    target.layer(),
                    Arrays.toString(expected),
                    Arrays.toString(shape)));
      }
      float[] values = floats(target, found.get(i).getDataFlat());
      update.put(
          target.layer(), target.spec().name(), Nd4j.createFromArray(values).reshape(expected));
    }
  }

  private float[] floats(Target target, @Nullable Object data) {
    if (data instanceof float[] values) {
      return values;
    } else if (data instanceof double[] values) {
      float[] floats = new float[values.length];
      for (int i = 0; i < values.length; i++) {
        floats[i] = (float) values[i];
      }
      return floats;
    } else if (data instanceof Float value) {
      return new float[] {value};
    }
    throw new KerasFormatException(
        "%s: the %s of \"%s\" holds no floating-point numbers"
            .formatted(file, target.spec().name(), target.layer()));
  }

  private Group child(Group group, String name) {
    var child = group.getChildren().get(name);
    if (child instanceof Link) {
      throw new KerasFormatException(
          "%s: %s leads to another place, and links are not followed".formatted(file, name));
    }
    if (!(child instanceof Group found)) {
      throw new KerasFormatException("%s holds no %s in %s".formatted(file, name, group.getPath()));
    }
    return found;
  }

  /** A weight by its path; its name may itself hold slashes. */
  private Dataset dataset(Group group, String path) {
    Group place = group;
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length - 1; i++) {
      place = child(place, parts[i]);
    }
    var found = place.getChildren().get(parts[parts.length - 1]);
    if (found instanceof Link || !(found instanceof Dataset dataset)) {
      throw new KerasFormatException("%s holds no weight %s".formatted(file, path));
    }
    return dataset;
  }

  /** Names in an attribute, which is split into several where it is long. */
  private static List<String> names(Group group, String attribute) {
    Map<String, Attribute> attributes = group.getAttributes();
    List<String> names = new ArrayList<>();
    add(attributes.get(attribute), names);
    for (int i = 0; attributes.containsKey(attribute + i); i++) {
      add(attributes.get(attribute + i), names);
    }
    return names;
  }

  private static void add(@Nullable Attribute attribute, List<String> names) {
    if (attribute != null && attribute.getData() instanceof String[] texts) {
      names.addAll(List.of(texts));
    } else if (attribute != null && attribute.getData() instanceof String text) {
      names.add(text);
    }
  }
}
