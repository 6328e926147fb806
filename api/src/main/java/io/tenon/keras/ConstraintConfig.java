package io.tenon.keras;

import io.tenon.Constraint;
import io.tenon.Constraint.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What weights are held to, as Keras writes it down. */
final class ConstraintConfig {
  private ConstraintConfig() {}

  static Constraint.Spec read(String layer, Config value, CustomObjects custom) {
    Optional<Constraint.Function> own =
        custom.ofWeights(Constraint.Function.class, KerasObject.className(value));
    if (own.isPresent()) {
      return Constraint.Spec.of(own.get());
    }
    Config config = value.get(KerasObject.CONFIG);
    Kind kind =
        switch (KerasObject.className(value)) {
          case "MaxNorm", "max_norm" -> Kind.MAX_NORM;
          case "NonNeg", "non_neg" -> Kind.NON_NEG;
          case "UnitNorm", "unit_norm" -> Kind.UNIT_NORM;
          case "MinMaxNorm", "min_max_norm" -> Kind.MIN_MAX_NORM;
          default -> throw KerasObject.unknown(layer, "constraint", KerasObject.className(value));
        };
    Constraint.Spec spec = Constraint.Spec.of(kind);
    if (kind == Kind.NON_NEG) {
      return spec;
    }
    List<Integer> axes = config.get("axis").list().stream().map(axis -> axis.integer(0)).toList();
    List<Integer> axis = axes.isEmpty() ? List.of(config.get("axis").integer(0)) : axes;
    spec = spec.withAxis(axis.stream().mapToInt(Integer::intValue).toArray());
    return switch (kind) {
      case MAX_NORM -> spec.withMaxValue(config.get("max_value").number(spec.maxValue()));
      case MIN_MAX_NORM ->
          spec.withMaxValue(config.get("max_value").number(spec.maxValue()))
              .withMinValue(config.get("min_value").number(0))
              .withRate(config.get("rate").number(1));
      default -> spec;
    };
  }

  static @Nullable Object write(Constraint.Spec spec) {
    if (spec.function() != null) {
      return KerasObject.own(spec.function());
    }
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    if (spec.kind() == Kind.MIN_MAX_NORM) {
      config.put("min_value", spec.minValue());
    }
    if (spec.kind() == Kind.MIN_MAX_NORM || spec.kind() == Kind.MAX_NORM) {
      config.put("max_value", spec.maxValue());
    }
    if (spec.kind() == Kind.MIN_MAX_NORM) {
      config.put("rate", spec.rate());
    }
    if (spec.kind() != Kind.NON_NEG) {
      config.put("axis", KerasObject.single(spec.axis()));
    }
    return spec.isNone()
        ? null
        : KerasObject.of("keras.constraints", KerasObject.className(spec.kind()), config);
  }
}
