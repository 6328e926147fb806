package io.tenon.file;

import static java.util.Objects.requireNonNull;

import io.tenon.graph.Node;
import io.tenon.hdf5.HdfDataset;
import io.tenon.hdf5.HdfException;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfLink;
import io.tenon.hdf5.HdfNode;
import io.tenon.layer.WeightSpec;
import io.tenon.plan.Parameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Weights as Keras 3 keeps them: {@code layers/dense_1/vars/0}, the layers numbered class by class;
 * what a layer holds within, such as {@code cell}, has a group of its own.
 */
final class NumberedWeights {
  /** The groups within a layer's that hold weights, in Keras's order. */
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

  private NumberedWeights() {}

  /** The name of a group of layers; before Keras 2.14 it was another. */
  static @Nullable String container(HdfGroup group) {
    for (String name : List.of("layers", "_layer_checkpoint_dependencies")) {
      if (group.child(name) instanceof HdfGroup) {
        return name;
      }
    }
    return null;
  }

  /** The layers of a model that have weights. */
  static List<StoredLayer> read(HdfGroup group, KerasLayer model) {
    String container = container(group);
    if (container == null) {
      throw new HdfException("it holds no layers of \"%s\"".formatted(model.name()));
    }
    HdfGroup layers = requireNonNull((HdfGroup) child(group, container));
    List<String> places = places(model, layers);
    List<StoredLayer> stored = new ArrayList<>();
    for (int i = 0; i < model.layers().size(); i++) {
      KerasLayer layer = model.layers().get(i);
      if (!(child(layers, places.get(i)) instanceof HdfGroup place)) {
        continue; // told by whoever misses it
      }
      List<StoredLayer.Weight> weights = new ArrayList<>();
      if (layer.isModel()) {
        read(place, layer).forEach(inner -> weights.addAll(inner.weights()));
      } else {
        collect(place, weights);
      }
      if (!weights.isEmpty()) {
        stored.add(new StoredLayer(layer.name(), weights, false));
      }
    }
    addUnknown(layers, new HashSet<>(places), stored);
    return stored;
  }

  /** Layers with weights that the model does not have. */
  private static void addUnknown(HdfGroup layers, Set<String> known, List<StoredLayer> stored) {
    layers
        .children()
        .forEach(
            (name, child) -> {
              if (!known.contains(name) && child instanceof HdfGroup group) {
                List<StoredLayer.Weight> weights = new ArrayList<>();
                collect(group, weights);
                if (!weights.isEmpty()) {
                  stored.add(new StoredLayer("layers/" + name, weights, false));
                }
              }
            });
  }

  /** The group of each layer: numbered by class, or in some later versions called as the layer. */
  private static List<String> places(KerasLayer model, HdfGroup layers) {
    List<String> numbered = numbered(model.layers());
    List<String> named = model.layers().stream().map(KerasLayer::name).toList();
    Set<String> present = layers.children().keySet();
    return !present.containsAll(numbered) && present.containsAll(named) ? named : numbered;
  }

  /** {@code dense}, {@code dense_1}, {@code conv2d}, {@code dense_2} ... */
  static List<String> numbered(List<KerasLayer> layers) {
    Map<String, Integer> numbers = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (KerasLayer layer : layers) {
      String name = layer.snakeCase();
      int number = numbers.merge(name, 1, Integer::sum) - 1;
      names.add(number == 0 ? name : name + "_" + number);
    }
    return names;
  }

  private static void collect(HdfGroup group, List<StoredLayer.Weight> weights) {
    if (child(group, "vars") instanceof HdfGroup vars) {
      for (int i = 0; child(vars, Integer.toString(i)) instanceof HdfDataset values; i++) {
        weights.add(new StoredLayer.Weight("", values));
      }
    }
    for (String name : WITHIN) {
      if (child(group, name) instanceof HdfGroup within) {
        collect(within, weights);
      } else if (child(group, "_" + name) instanceof HdfGroup within) {
        collect(within, weights);
      }
    }
  }

  private static @Nullable HdfNode child(HdfGroup group, String name) {
    HdfNode child = group.child(name);
    if (child instanceof HdfLink link) {
      throw new HdfException("%s is %s, and links are not followed".formatted(name, link.kind()));
    }
    return child;
  }

  /** Puts weights into a group; their values are taken when the file is written. */
  static void write(HdfGroup group, KerasLayer model, Parameters parameters) {
    group.group("vars");
    HdfGroup layers = group.group("layers");
    List<String> names = numbered(model.layers());
    for (int i = 0; i < names.size(); i++) {
      HdfGroup place = layers.group(names.get(i));
      KerasLayer layer = model.layers().get(i);
      if (layer.isModel()) {
        write(place, layer, parameters);
      } else {
        writeLayer(place, layer.node(), parameters);
      }
    }
  }

  private static void writeLayer(HdfGroup place, @Nullable Node node, Parameters parameters) {
    place.group("vars");
    if (node == null) {
      return; // an input of a model within
    }
    WeightPlaces.groups(node.spec())
        .forEach(within -> place.group(WeightPlaces.join(within, "vars")));
    Map<String, Integer> counts = new HashMap<>();
    for (WeightSpec spec : node.weights()) {
      String within = WeightPlaces.join(WeightPlaces.group(node.spec(), spec.name()), "vars");
      int number = counts.merge(within, 1, Integer::sum) - 1;
      place.put(
          within + "/" + number,
          WeightValues.of(new KerasLayer.Weight(node.layer(), spec), parameters));
    }
  }
}
