package io.tenon.optimizer;

import io.tenon.keras.Config;
import io.tenon.keras.KerasFormatException;
import io.tenon.keras.KerasObject;
import io.tenon.keras.RecordConfig;
import io.tenon.optimizer.Clipping.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Optimizers as Keras writes them down. */
public final class OptimizerConfig {
  private static final String SGD = "SGD";

  /** Each with Keras's defaults. */
  private static final List<StandardOptimizer<?>> ALL =
      List.of(
          Optimizers.sgd(),
          Optimizers.rmsprop(),
          Optimizers.adam(),
          Optimizers.adamW(),
          Optimizers.adamax(),
          Optimizers.nadam(),
          Optimizers.adagrad(),
          Optimizers.adadelta(),
          Optimizers.ftrl(),
          Optimizers.lion());

  private OptimizerConfig() {}

  private static String className(Optimizer optimizer) {
    return optimizer instanceof Sgd ? SGD : optimizer.getClass().getSimpleName();
  }

  /**
   * The optimizer that a configuration describes; a name alone means Keras's defaults.
   *
   * @throws KerasFormatException if Tenon has none of that class, or a value does not fit
   */
  public static Optimizer read(Config value) {
    String name = KerasObject.className(value).replaceAll(".*>", "");
    for (StandardOptimizer<?> optimizer : ALL) {
      if (className(optimizer).equalsIgnoreCase(name)) {
        return read(optimizer, value.get(KerasObject.CONFIG));
      }
    }
    throw new KerasFormatException("Tenon has no optimizer called \"%s\"".formatted(name));
  }

  private static Optimizer read(StandardOptimizer<?> defaults, Config config) {
    Optimizer plain = (Optimizer) RecordConfig.read((Record) defaults, config);
    StandardOptimizer<?> optimizer = ((StandardOptimizer<?>) plain).withOptions(defaults.options());
    Config rate =
        config.get("learning_rate").isMissing() ? config.get("lr") : config.get("learning_rate");
    if (!rate.isNull()) {
      optimizer = optimizer.withLearningRate(ScheduleConfig.read(rate, config.get("decay")));
    }
    optimizer = clipped(optimizer, config);
    if (config.get("weight_decay").isNumber()) {
      optimizer = optimizer.withWeightDecay(config.get("weight_decay").number(0));
    }
    if (config.get("use_ema").truth(false)) {
      optimizer =
          optimizer.withMovingAverage(
              config.get("ema_momentum").number(0.99),
              config.get("ema_overwrite_frequency").integer(0));
    }
    return optimizer;
  }

  private static StandardOptimizer<?> clipped(StandardOptimizer<?> optimizer, Config config) {
    if (config.get("clipvalue").isNumber()) {
      return optimizer.withClipValue(config.get("clipvalue").number(0));
    } else if (config.get("clipnorm").isNumber()) {
      return optimizer.withClipNorm(config.get("clipnorm").number(0));
    } else if (config.get("global_clipnorm").isNumber()) {
      return optimizer.withGlobalClipNorm(config.get("global_clipnorm").number(0));
    }
    return optimizer;
  }

  /**
   * An optimizer as Keras writes it.
   *
   * @throws IllegalArgumentException if it is none of Keras's
   */
  public static Map<String, @Nullable Object> write(Optimizer optimizer) {
    if (!(optimizer instanceof StandardOptimizer<?> standard)) {
      throw new IllegalArgumentException(
          "Keras has no optimizer %s".formatted(optimizer.getClass().getName()));
    }
    String className = className(optimizer);
    UpdateOptions options = standard.options();
    Clipping clipping = options.clipping();
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("name", className.equals(SGD) ? SGD : className.toLowerCase(Locale.ROOT));
    config.put("learning_rate", ScheduleConfig.write(options.learningRate()));
    config.put("weight_decay", options.weightDecay() == 0 ? null : options.weightDecay());
    config.put("clipnorm", clipping.kind() == Kind.NORM ? clipping.limit() : null);
    config.put("global_clipnorm", clipping.kind() == Kind.GLOBAL_NORM ? clipping.limit() : null);
    config.put("clipvalue", clipping.kind() == Kind.VALUE ? clipping.limit() : null);
    config.put("use_ema", options.average().isPresent());
    config.put("ema_momentum", options.average().map(MovingAverage::momentum).orElse(0.99));
    config.put(
        "ema_overwrite_frequency",
        options
            .average()
            .map(MovingAverage::overwriteEvery)
            .filter(steps -> steps > 0)
            .orElse(null));
    config.put("loss_scale_factor", null);
    config.put("gradient_accumulation_steps", null);
    config.putAll(RecordConfig.write((Record) optimizer));
    return KerasObject.of("keras.optimizers", className, config);
  }
}
