package io.tenon.keras;

import io.tenon.ActivationFunction;
import java.util.Locale;
import java.util.Optional;

/** Functions that results pass through, as Keras writes them down. */
final class ActivationConfig {
  private ActivationConfig() {}

  /**
   * A function by its name, as a serialized function, or as a layer that does the same.
   *
   * @param source where it comes from
   */
  static ActivationFunction read(String layer, Config value, Source source) {
    String name = value.text(value.get(KerasObject.CONFIG).text());
    if (name.isEmpty()) {
      Config config = value.get(KerasObject.CONFIG);
      String className = KerasObject.className(value);
      return ofLayer(className, config, source, layer)
          .orElseThrow(
              () ->
                  new KerasFormatException(
                      "%s: its activation is a layer %s with %s, which Tenon has only as a layer of"
                              .formatted(layer, className, config)
                          + " its own"));
    }
    return ofName(layer, name, source);
  }

  private static ActivationFunction ofName(String layer, String name, Source source) {
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.equals("hard_sigmoid") && source.isLegacy()) {
      return ActivationFunction.LEGACY_HARD_SIGMOID;
    }
    String known =
        switch (plain) {
          case "swish" -> "silu";
          case "hard_swish" -> "hard_silu";
          case "celu" -> "elu"; // without a parameter they are the same
          case "exp" -> "exponential";
          default -> plain;
        };
    return KerasObject.constant(ActivationFunction.class, known, layer);
  }

  /** The function that a layer with such a configuration applies. */
  private static Optional<ActivationFunction> ofLayer(
      String className, Config config, Source source, String layer) {
    return switch (className) {
      case "Activation" -> Optional.of(read(layer, config.get("activation"), source));
      case "Softmax" -> is(config, "axis", -1, ActivationFunction.SOFTMAX);
      case "ELU" -> is(config, "alpha", 1, ActivationFunction.ELU);
      case "LeakyReLU" -> {
        String slope = config.get("alpha").isMissing() ? "negative_slope" : "alpha";
        yield is(config, slope, 0.2, ActivationFunction.LEAKY_RELU);
      }
      case "ReLU" -> {
        boolean plain =
            config.get("negative_slope").number(0) == 0 && config.get("threshold").number(0) == 0;
        double most = config.get("max_value").number(Double.POSITIVE_INFINITY);
        yield plain && most == 6
            ? Optional.of(ActivationFunction.RELU6)
            : plain && Double.isInfinite(most)
                ? Optional.of(ActivationFunction.RELU)
                : Optional.empty();
      }
      default -> Optional.empty();
    };
  }

  private static Optional<ActivationFunction> is(
      Config config, String key, double value, ActivationFunction function) {
    double found = config.get(key).number(value);
    return Math.abs(found - value) < 1e-6 ? Optional.of(function) : Optional.empty();
  }
}
