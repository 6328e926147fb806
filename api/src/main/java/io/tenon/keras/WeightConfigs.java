package io.tenon.keras;

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

  static Initializer.Spec initializer(String layer, Config value) {
    String className = className(value);
    Config config = value.get("config");
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
      case CONSTANT -> spec.withConstant(config.get("value").number(0));
      case IDENTITY, ORTHOGONAL -> spec.withGain(config.get("gain").number(1));
      case RANDOM_NORMAL, TRUNCATED_NORMAL ->
          spec.withMean(config.get("mean").number(0)).withStddev(config.get("stddev").number(0.05));
      case RANDOM_UNIFORM ->
          spec.withMinval(config.get("minval").number(-0.05))
              .withMaxval(config.get("maxval").number(0.05));
      case VARIANCE_SCALING ->
          spec.withScale(config.get("scale").number(1))
              .withMode(FanMode.valueOf(config.get("mode").text("fan_in").toUpperCase(Locale.ROOT)))
              .withDistribution(distribution(config.get("distribution").text("normal")));
      default -> spec;
    };
  }

  /** Before Keras 2.2.5 the truncated normal distribution was called normal. */
  private static Distribution distribution(String name) {
    return name.equals("normal")
        ? Distribution.TRUNCATED_NORMAL
        : Distribution.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static Regularizer.Spec regularizer(String layer, Config value) {
    Config config = value.get("config");
    double l1 = config.get("l1").number(0);
    double l2 = config.get("l2").number(0);
    return switch (className(value)) {
      case "L1" -> Regularizer.Spec.of(Regularizer.Kind.L1).withL1(l1);
      case "L2" -> Regularizer.Spec.of(Regularizer.Kind.L2).withL2(l2);
      case "L1L2" -> Regularizer.Spec.of(Regularizer.Kind.L1_L2).withL1(l1).withL2(l2);
      case "OrthogonalRegularizer" ->
          Regularizer.Spec.of(Regularizer.Kind.ORTHOGONAL)
              .withFactor(config.get("factor").number(0.01))
              .withMode(
                  Regularizer.Mode.valueOf(
                      config.get("mode").text("rows").toUpperCase(Locale.ROOT)));
      default ->
          throw new KerasFormatException(
              "%s: Tenon has no regularizer called \"%s\"".formatted(layer, className(value)));
    };
  }

  static Constraint.Spec constraint(String layer, Config value) {
    Config config = value.get("config");
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
    if (config.get("axis").isList()) {
      config.get("axis").list().forEach(axis -> axes.add(axis.integer(0)));
    } else {
      axes.add(config.get("axis").integer(0));
    }
    return Constraint.Spec.of(kind)
        .withMaxValue(config.get("max_value").number(kind == Constraint.Kind.MAX_NORM ? 2 : 1))
        .withMinValue(config.get("min_value").number(0))
        .withRate(config.get("rate").number(1))
        .withAxis(axes.stream().mapToInt(Integer::intValue).toArray());
  }

  private static String className(Config value) {
    return value.isText() ? value.text() : value.get("class_name").text();
  }
}
