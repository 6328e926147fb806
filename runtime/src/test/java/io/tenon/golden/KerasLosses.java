package io.tenon.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Loss;
import io.tenon.loss.BinaryCrossentropy;
import io.tenon.loss.BinaryFocalCrossentropy;
import io.tenon.loss.CategoricalCrossentropy;
import io.tenon.loss.LossFunction;
import io.tenon.loss.Losses;
import io.tenon.loss.Reduction;
import java.util.Locale;
import java.util.OptionalInt;

/** Losses from Keras's configurations of them. */
final class KerasLosses {
  private KerasLosses() {}

  static LossFunction loss(JsonNode which) {
    JsonNode config = which.get("config");
    LossFunction loss = loss(which.get("class_name").asText(), config);
    return config.path("reduction").asText().equals("sum")
        ? Losses.withReduction(loss, Reduction.SUM)
        : loss;
  }

  static LossFunction loss(String className, JsonNode config) {
    boolean fromLogits = config.path("from_logits").asBoolean();
    double smoothing = config.path("label_smoothing").asDouble();
    return switch (className) {
      case "Huber" -> Losses.huber(config.path("delta").asDouble(1));
      case "BinaryCrossentropy" -> new BinaryCrossentropy(fromLogits, smoothing);
      case "CategoricalCrossentropy" ->
          new CategoricalCrossentropy(false, fromLogits, smoothing, OptionalInt.empty());
      case "SparseCategoricalCrossentropy" ->
          new CategoricalCrossentropy(true, fromLogits, 0, ignored(config));
      case "BinaryFocalCrossentropy" ->
          new BinaryFocalCrossentropy(
              config.get("gamma").asDouble(),
              config.get("apply_class_balancing").asBoolean(),
              config.get("alpha").asDouble(),
              fromLogits,
              smoothing);
      case "KLDivergence" -> Losses.of(Loss.KL_DIVERGENCE);
      default ->
          Losses.of(
              Loss.valueOf(
                  className.replaceAll("(?<=[a-z])([A-Z])", "_$1").toUpperCase(Locale.ROOT)));
    };
  }

  private static OptionalInt ignored(JsonNode config) {
    JsonNode ignored = config.path("ignore_class");
    return ignored.isNumber() ? OptionalInt.of(ignored.asInt()) : OptionalInt.empty();
  }
}
