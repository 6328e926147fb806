package io.tenon.file;

import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What Keras calls weights: {@code hidden/kernel}, after the name of the nearest Sequential model
 * around the layer, if there is one.
 */
final class WeightPaths {
  private final Map<KerasLayer.Weight, String> paths = new LinkedHashMap<>();
  private final Set<String> taken = new HashSet<>();

  private WeightPaths() {}

  /** The names of the weights of a model's layer. */
  static Map<KerasLayer.Weight, String> of(KerasLayer model, KerasLayer layer) {
    WeightPaths paths = new WeightPaths();
    paths.add(layer, prefix(model, ""));
    return paths.paths;
  }

  /** The names of the weights of all layers. */
  static Map<KerasLayer.Weight, String> of(KerasLayer model) {
    Map<KerasLayer.Weight, String> all = new LinkedHashMap<>();
    model.layers().forEach(layer -> all.putAll(of(model, layer)));
    return all;
  }

  private static String prefix(KerasLayer model, String around) {
    return model.className().equals("Sequential") ? model.name() + "/" : around;
  }

  private void add(KerasLayer layer, String prefix) {
    if (layer.isModel()) {
      layer.layers().forEach(inner -> add(inner, prefix(layer, "")));
      return;
    }
    Node node = layer.node();
    if (node == null) {
      return;
    }
    for (WeightSpec spec : node.weights()) {
      String below = WeightPlaces.path(node.spec(), layer.wrapped(), spec.name());
      String path = prefix + layer.name() + "/" + below;
      // Functional models within one another may have layers of one name.
      String free = taken.contains(path) ? node.layer() + "/" + below : path;
      taken.add(free);
      paths.put(new KerasLayer.Weight(node.layer(), spec), free);
    }
  }
}
