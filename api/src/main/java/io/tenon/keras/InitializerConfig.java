package io.tenon.keras;

import io.tenon.Initializer;
import io.tenon.Initializer.Distribution;
import io.tenon.Initializer.FanMode;
import io.tenon.Initializer.Kind;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What weights begin with, as Keras writes it down. */
final class InitializerConfig {
  private InitializerConfig() {}

  /** Keras 3 calls two of them {@code OrthogonalInitializer} and {@code IdentityInitializer}. */
  private static final String SUFFIX = "Initializer";

  static Initializer.Spec read(String layer, Config value, CustomObjects custom) {
    Optional<Initializer.Function> own =
        custom.ofWeights(Initializer.Function.class, KerasObject.className(value));
    if (own.isPresent()) {
      return Initializer.Spec.of(own.get());
    }
    Config config = value.get(KerasObject.CONFIG);
    Initializer.Spec spec = Initializer.Spec.of(kind(layer, KerasObject.className(value)));
    return switch (spec.kind()) {
      case CONSTANT -> spec.withConstant(config.get("value").number(0));
      case IDENTITY, ORTHOGONAL -> spec.withGain(config.get("gain").number(1));
      case RANDOM_NORMAL, TRUNCATED_NORMAL ->
          spec.withMean(config.get("mean").number(0)).withStddev(config.get("stddev").number(0.05));
      case RANDOM_UNIFORM ->
          spec.withMinval(config.get("minval").number(-0.05))
              .withMaxval(config.get("maxval").number(0.05));
      case VARIANCE_SCALING ->
          spec.withScale(config.get("scale").number(1))
              .withMode(
                  KerasObject.constant(FanMode.class, config.get("mode").text("fan_in"), layer))
              .withDistribution(distribution(layer, config.get("distribution").text("normal")));
      default -> spec;
    };
  }

  private static Kind kind(String layer, String className) {
    String plain =
        className.endsWith(SUFFIX)
            ? className.substring(0, className.length() - SUFFIX.length())
            : className;
    String constant = KerasObject.constant(plain);
    return Arrays.stream(Kind.values())
        .filter(kind -> kind != Kind.FUNCTION && kind.name().equals(constant))
        .findFirst()
        .orElseThrow(() -> KerasObject.unknown(layer, "initializer", className));
  }

  /** Before Keras 2.2.5 the truncated normal distribution was called normal. */
  private static Distribution distribution(String layer, String name) {
    return name.equals("normal")
        ? Distribution.TRUNCATED_NORMAL
        : KerasObject.constant(Distribution.class, name, layer);
  }

  static Map<String, @Nullable Object> write(Initializer.Spec spec) {
    if (spec.function() != null) {
      return KerasObject.own(spec.function());
    }
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    switch (spec.kind()) {
      case ZEROS, ONES -> {}
      case CONSTANT -> config.put("value", spec.constant());
      case IDENTITY -> config.put("gain", spec.gain());
      case ORTHOGONAL -> config.put("gain", spec.gain());
      case RANDOM_NORMAL, TRUNCATED_NORMAL -> {
        config.put("mean", spec.mean());
        config.put("stddev", spec.stddev());
      }
      case RANDOM_UNIFORM -> {
        config.put("minval", spec.minval());
        config.put("maxval", spec.maxval());
      }
      case VARIANCE_SCALING -> {
        config.put("scale", spec.scale());
        config.put("mode", spec.mode().name().toLowerCase(Locale.ROOT));
        config.put("distribution", spec.distribution().name().toLowerCase(Locale.ROOT));
      }
      default -> {}
    }
    boolean draws =
        switch (spec.kind()) {
          case ZEROS, ONES, CONSTANT, IDENTITY -> false;
          default -> true;
        };
    if (draws) {
      config.put("seed", null);
    }
    String suffix = spec.kind() == Kind.ORTHOGONAL ? SUFFIX : "";
    return KerasObject.of(
        "keras.initializers", KerasObject.className(spec.kind()) + suffix, config);
  }
}
