package io.tenon.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form in which {@code .h5} files hold a model: layers are told by their class alone. What
 * stands within a layer, such as an initializer or a wrapped layer, keeps the newer form.
 */
final class LegacyForm {
  private LegacyForm() {}

  /** A model, and its layers and theirs, without modules, registered names and built shapes. */
  static Map<String, @Nullable Object> of(Map<String, @Nullable Object> object) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    object.forEach(
        (key, value) -> {
          if (!List.of("module", "registered_name", "build_config").contains(key)) {
            plain.put(key, key.equals(KerasObject.CONFIG) ? config(value) : value);
          }
        });
    return plain;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable Object config(@Nullable Object value) {
    if (value instanceof Map<?, ?> config && config.get("layers") instanceof List<?> layers) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      config.forEach((key, each) -> copy.put(String.valueOf(key), each));
      List<Object> plain = new ArrayList<>();
      layers.forEach(layer -> plain.add(of((Map<String, @Nullable Object>) layer)));
      copy.put("layers", plain);
      return copy;
    }
    return value;
  }
}
