package io.tenon.keras;

import io.tenon.layer.LayerSpec;
import io.tenon.shape.Axis;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shapes that Keras makes a layer's weights for. */
final class BuildConfig {
  private BuildConfig() {}

  /**
   * For a layer that reads tensors of these types.
   *
   * @param batchSize the number of samples in every batch; 0 for any
   */
  static Map<String, @Nullable Object> of(LayerSpec spec, List<TensorType> inputs, int batchSize) {
    List<Object> shapes = new ArrayList<>();
    inputs.forEach(input -> shapes.add(shape(input, batchSize)));
    while (shapes.size() < spec.kerasKeys().leastInputs()) {
      shapes.add(shapes.get(0));
    }
    List<String> names = spec.kerasKeys().inputs();
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    if (names.isEmpty() || shapes.size() == 1) {
      config.put("input_shape", shapes.size() == 1 ? shapes.get(0) : shapes);
      return config;
    }
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    InboundNode.named(names, shapes).forEach((name, shape) -> named.put(name + "_shape", shape));
    config.put("shapes_dict", named);
    return config;
  }

  /** A shape with the batch axis, unknown axes being null. */
  static List<@Nullable Object> shape(TensorType type, int batchSize) {
    List<@Nullable Object> shape = new ArrayList<>();
    shape.add(batchSize == 0 ? null : batchSize);
    for (Axis axis : type.shape().axes()) {
      shape.add(axis.isKnown() ? axis.size().getAsLong() : null);
    }
    return shape;
  }
}
