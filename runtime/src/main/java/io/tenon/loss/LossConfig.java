package io.tenon.loss;

import io.tenon.Loss;
import io.tenon.keras.Config;
import io.tenon.keras.KerasFormatException;
import io.tenon.keras.KerasNames;
import io.tenon.keras.KerasObject;
import io.tenon.keras.RecordConfig;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Losses as Keras writes them down: by name, or as objects with what they were told. */
public final class LossConfig {
  private static final Map<String, String> SHORT_NAMES =
      Map.ofEntries(
          Map.entry("mse", "mean_squared_error"),
          Map.entry("mae", "mean_absolute_error"),
          Map.entry("mape", "mean_absolute_percentage_error"),
          Map.entry("msle", "mean_squared_logarithmic_error"),
          Map.entry("kld", "kl_divergence"),
          Map.entry("kullback_leibler_divergence", "kl_divergence"),
          Map.entry("bce", "binary_crossentropy"),
          Map.entry("logcosh", "log_cosh"),
          Map.entry("huber_loss", "huber"),
          Map.entry("cosine_proximity", "cosine_similarity"));

  private LossConfig() {}

  /**
   * The loss that a configuration describes.
   *
   * @param custom losses of one's own, by the names in files
   * @throws KerasFormatException if there is none of that name, or a value does not fit
   */
  public static LossFunction read(Config value, Map<String, LossFunction> custom) {
    boolean isFunction = KerasObject.className(value).equals("function");
    String written =
        isFunction ? value.get(KerasObject.CONFIG).text() : KerasObject.className(value);
    LossFunction own = custom.get(written);
    if (own != null) {
      return own;
    }
    LossFunction plain = Losses.of(loss(written));
    // Some hold at once what others hold in a configuration.
    Config config = value.get(KerasObject.CONFIG).isMap() ? value.get(KerasObject.CONFIG) : value;
    LossFunction told = told(plain, config);
    return switch (config.get("reduction").text("sum_over_batch_size")) {
      case "sum" -> Losses.withReduction(told, Reduction.SUM);
      case "none" ->
          throw new KerasFormatException(
              "the loss %s has the reduction none, which nothing can be trained by"
                  .formatted(written));
      default -> told;
    };
  }

  private static LossFunction told(LossFunction plain, Config config) {
    Config axis = config.get("axis");
    if (!axis.isNull() && !axis.same(-1)) {
      throw new KerasFormatException(
          "the loss %s is along the axis %s, and Tenon's are along the last, -1"
              .formatted(plain.kerasName(), axis));
    }
    if (plain instanceof CategoricalCrossentropy categorical) {
      CategoricalCrossentropy read = RecordConfig.read(categorical, config);
      Config ignored = config.get("ignore_class");
      return ignored.isNull() ? read : read.withIgnoredClass(ignored.integer(-1));
    }
    return plain instanceof Record known ? (LossFunction) RecordConfig.read(known, config) : plain;
  }

  /** A loss by any name of Keras's: of its class, or of its function. */
  private static Loss loss(String written) {
    String name = KerasNames.snakeCase(written.replaceAll(".*>", ""));
    String known = SHORT_NAMES.getOrDefault(name, name);
    try {
      Loss loss = Loss.valueOf(known.toUpperCase(Locale.ROOT));
      if (loss != Loss.NONE) {
        return loss;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    throw new KerasFormatException("Tenon has no loss called \"%s\"".formatted(written));
  }

  /** A loss as Keras writes it: its name, if it was told nothing. */
  public static Object write(LossFunction loss) {
    LossFunction told = loss instanceof ReducedLoss reduced ? reduced.loss() : loss;
    Loss known;
    try {
      known = loss(told.kerasName());
    } catch (KerasFormatException e) {
      return KerasObject.function(told.kerasName());
    }
    if (loss.equals(Losses.of(known))) {
      return known.kerasName();
    }
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("name", known == Loss.HUBER ? "huber_loss" : known.kerasName());
    config.put("reduction", loss.reduction().name().toLowerCase(Locale.ROOT));
    if (told instanceof Record parameters) {
      config.putAll(RecordConfig.write(parameters));
    }
    config.remove("is_sparse");
    config.remove("squared");
    if (told instanceof CategoricalCrossentropy categorical) {
      if (categorical.isSparse()) {
        config.remove("label_smoothing");
        OptionalInt ignored = categorical.ignoredClass();
        config.put("ignore_class", ignored.isPresent() ? ignored.getAsInt() : null);
      } else {
        config.put("axis", -1);
      }
    } else if (config.containsKey("label_smoothing")) {
      config.put("axis", -1);
    }
    String className =
        known == Loss.KL_DIVERGENCE ? "KLDivergence" : KerasNames.className(known.kerasName());
    return KerasObject.of("keras.losses", className, config);
  }
}
