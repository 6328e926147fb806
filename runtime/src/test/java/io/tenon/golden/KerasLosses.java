package io.tenon.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Loss;
import io.tenon.loss.BinaryCrossentropy;
import io.tenon.loss.BinaryFocalCrossentropy;
import io.tenon.loss.CategoricalCrossentropy;
import io.tenon.loss.LossFunction;
import io.tenon.loss.Losses;
import java.util.Locale;

/** Losses from Keras's configurations of them. */
final class KerasLosses {
  private KerasLosses() {}

  static LossFunction loss(JsonNode which) {
    JsonNode config = which.get("config");
    boolean fromLogits = config.path("from_logits").asBoolean();
    double smoothing = config.path("label_smoothing").asDouble();
    return switch (which.get("class_name").asText()) {
      case "Huber" -> Losses.huber(config.path("delta").asDouble(1));
      case "BinaryCrossentropy" -> new BinaryCrossentropy(fromLogits, smoothing);
      case "CategoricalCrossentropy" -> new CategoricalCrossentropy(false, fromLogits, smoothing);
      case "SparseCategoricalCrossentropy" -> new CategoricalCrossentropy(true, fromLogits, 0);
      case "BinaryFocalCrossentropy" ->
          new BinaryFocalCrossentropy(
              config.get("gamma").asDouble(),
              config.get("apply_class_balancing").asBoolean(),
              config.get("alpha").asDouble(),
              fromLogits,
              smoothing);
      default -> Losses.of(Loss.valueOf(config.get("name").asText().toUpperCase(Locale.ROOT)));
    };
  }
}
