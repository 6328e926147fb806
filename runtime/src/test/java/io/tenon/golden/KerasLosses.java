package io.tenon.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tenon.keras.Config;
import io.tenon.loss.LossConfig;
import io.tenon.loss.LossFunction;
import java.util.LinkedHashMap;
import java.util.Map;

/** Losses from Keras's configurations of them, as files are read. */
final class KerasLosses {
  private static final ObjectMapper JSON = new ObjectMapper();

  private KerasLosses() {}

  static LossFunction loss(JsonNode which) {
    return loss(which.get("class_name").asText(), which.get("config"));
  }

  static LossFunction loss(String className, JsonNode config) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("class_name", className);
    object.put("config", JSON.convertValue(config, Object.class));
    return LossConfig.read(Config.of(object), Map.of());
  }
}
