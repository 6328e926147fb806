package io.tenon.keras;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Initializer.Distribution;
import io.tenon.Initializer.FanMode;
import io.tenon.Regularizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What weights begin with and are held to, as Keras writes it down. */
final class WeightConfigs {
  private WeightConfigs() {}

  static Initializer.Spec initializer(String layer, JsonNode value) {
    String className = className(value);
    JsonNode config = value.path("config");
    String plain = className.replace("Initializer", "");
    Initializer.Kind kind;
    try {
      kind =
          Initializer.Kind.valueOf(
              plain.replaceAll("(?<=[a-z])([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new KerasFormatException(
          "%s: Tenon has no initializer called \"%s\"".formatted(layer, className));
    }
    Initializer.Spec spec = Initializer.Spec.of(kind);
    return switch (kind) {
      case CONSTANT -> spec.withConstant(config.path("value").asDouble());
      case IDENTITY, ORTHOGONAL -> spec.withGain(config.path("gain").asDouble(1));
      case RANDOM_NORMAL, TRUNCATED_NORMAL ->
          spec.withMean(config.path("mean").asDouble())
              .withStddev(config.path("stddev").asDouble(0.05));
      case RANDOM_UNIFORM ->
          spec.withMinval(config.path("minval").asDouble(-0.05))
              .withMaxval(config.path("maxval").asDouble(0.05));
      case VARIANCE_SCALING ->
          spec.withScale(config.path("scale").asDouble(1))
              .withMode(
                  FanMode.valueOf(config.path("mode").asText("fan_in").toUpperCase(Locale.ROOT)))
              .withDistribution(distribution(config.path("distribution").asText("normal")));
      default -> spec;
    };
  }

  /** Before Keras 2.2.5 the truncated normal distribution was called normal. */
  private static Distribution distribution(String name) {
    return name.equals("normal")
        ? Distribution.TRUNCATED_NORMAL
        : Distribution.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static Regularizer.Spec regularizer(String layer, JsonNode value) {
    JsonNode config = value.path("config");
    double l1 = config.path("l1").asDouble();
    double l2 = config.path("l2").asDouble();
    return switch (className(value)) {
      case "L1" -> Regularizer.Spec.of(Regularizer.Kind.L1).withL1(l1);
      case "L2" -> Regularizer.Spec.of(Regularizer.Kind.L2).withL2(l2);
      case "L1L2" -> Regularizer.Spec.of(Regularizer.Kind.L1_L2).withL1(l1).withL2(l2);
      case "OrthogonalRegularizer" ->
          Regularizer.Spec.of(Regularizer.Kind.ORTHOGONAL)
              .withFactor(config.path("factor").asDouble(0.01))
              .withMode(
                  Regularizer.Mode.valueOf(
                      config.path("mode").asText("rows").toUpperCase(Locale.ROOT)));
      default ->
          throw new KerasFormatException(
              "%s: Tenon has no regularizer called \"%s\"".formatted(layer, className(value)));
    };
  }

  static Constraint.Spec constraint(String layer, JsonNode value) {
    JsonNode config = value.path("config");
    Constraint.Kind kind =
        switch (className(value)) {
          case "MaxNorm" -> Constraint.Kind.MAX_NORM;
          case "NonNeg" -> Constraint.Kind.NON_NEG;
          case "UnitNorm" -> Constraint.Kind.UNIT_NORM;
          case "MinMaxNorm" -> Constraint.Kind.MIN_MAX_NORM;
          default ->
              throw new KerasFormatException(
                  "%s: Tenon has no constraint called \"%s\"".formatted(layer, className(value)));
        };
    List<Integer> axes = new ArrayList<>();
    if (config.path("axis").isArray()) {
      config.path("axis").forEach(axis -> axes.add(axis.asInt()));
    } else {
      axes.add(config.path("axis").asInt(0));
    }
    return Constraint.Spec.of(kind)
        .withMaxValue(config.path("max_value").asDouble(kind == Constraint.Kind.MAX_NORM ? 2 : 1))
        .withMinValue(config.path("min_value").asDouble(0))
        .withRate(config.path("rate").asDouble(1))
        .withAxis(axes.stream().mapToInt(Integer::intValue).toArray());
  }

  private static String className(JsonNode value) {
    return value.isTextual() ? value.asText() : value.path("class_name").asText();
  }
}
