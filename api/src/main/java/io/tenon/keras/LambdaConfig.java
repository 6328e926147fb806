package io.tenon.keras;

import io.tenon.layer.Lambda;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Lambda as Keras writes one of a function with a name: the code stays outside the file, and who
 * loads it registers a function of that name, in Java or in Python.
 */
final class LambdaConfig {
  private LambdaConfig() {}

  static void write(Lambda.Spec spec, String name, Map<String, @Nullable Object> config) {
    config.put("function", KerasObject.function(name));
    if (!spec.outputShape().isEmpty()) {
      List<@Nullable Object> shape = new ArrayList<>();
      for (Axis axis : Shape.parse(spec.outputShape()).axes()) {
        shape.add(axis.isKnown() ? axis.size().getAsLong() : null);
      }
      config.put("output_shape", shape);
    }
    config.put("arguments", new LinkedHashMap<>());
  }
}
