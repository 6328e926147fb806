package io.tenon.file;

import io.tenon.network.LayerView;
import io.tenon.network.Network;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;

/** New weights, read and checked, by layer and name. */
final class WeightUpdate {
  private final Map<String, Map<String, INDArray>> layers = new LinkedHashMap<>();

  void put(String layer, String weight, INDArray value) {
    layers.computeIfAbsent(layer, name -> new LinkedHashMap<>()).put(weight, value);
  }

  void apply(Network network) {
    layers.forEach(
        (name, weights) -> {
          LayerView layer = network.layer(name);
          layer.setWeights(
              layer.weightSpecs().stream()
                  .map(spec -> weights.get(spec.name()))
                  .toArray(INDArray[]::new));
        });
  }
}
