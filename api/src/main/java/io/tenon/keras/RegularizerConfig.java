package io.tenon.keras;

import io.tenon.Regularizer;
import io.tenon.Regularizer.Kind;
import io.tenon.Regularizer.Mode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What weights and results add to the loss, as Keras writes it down. */
final class RegularizerConfig {
  private RegularizerConfig() {}

  static Regularizer.Spec read(String layer, Config value, CustomObjects custom) {
    Optional<Regularizer.Function> own =
        custom.ofWeights(Regularizer.Function.class, KerasObject.className(value));
    if (own.isPresent()) {
      return Regularizer.Spec.of(own.get());
    }
    Config config = value.get(KerasObject.CONFIG);
    double l1 = config.get("l1").number(0);
    double l2 = config.get("l2").number(0);
    String className = KerasObject.className(value);
    return switch (className) {
      case "L1" -> Regularizer.Spec.of(Kind.L1).withL1(config.get("l1").number(0.01));
      case "L2" -> Regularizer.Spec.of(Kind.L2).withL2(config.get("l2").number(0.01));
      // Up to Keras 2.3 this is the class of all three.
      case "L1L2" -> Regularizer.Spec.of(Kind.L1_L2).withL1(l1).withL2(l2);
      case "l1" -> Regularizer.Spec.of(Kind.L1);
      case "l2" -> Regularizer.Spec.of(Kind.L2);
      case "l1_l2" -> Regularizer.Spec.of(Kind.L1_L2);
      case "OrthogonalRegularizer" ->
          Regularizer.Spec.of(Kind.ORTHOGONAL)
              .withFactor(config.get("factor").number(0.01))
              .withMode(KerasObject.constant(Mode.class, config.get("mode").text("rows"), layer));
      default -> throw KerasObject.unknown(layer, "regularizer", className);
    };
  }

  static @Nullable Object write(Regularizer.Spec spec) {
    if (spec.function() != null) {
      return KerasObject.own(spec.function());
    }
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    String className =
        switch (spec.kind()) {
          case NONE, FUNCTION -> "";
          case L1 -> "L1";
          case L2 -> "L2";
          case L1_L2 -> "L1L2";
          case ORTHOGONAL -> "OrthogonalRegularizer";
        };
    if (spec.kind() == Kind.L1 || spec.kind() == Kind.L1_L2) {
      config.put("l1", spec.l1());
    }
    if (spec.kind() == Kind.L2 || spec.kind() == Kind.L1_L2) {
      config.put("l2", spec.l2());
    }
    if (spec.kind() == Kind.ORTHOGONAL) {
      config.put("factor", spec.factor());
      config.put("mode", spec.mode().name().toLowerCase(Locale.ROOT));
    }
    return spec.isNone() ? null : KerasObject.of("keras.regularizers", className, config);
  }
}
