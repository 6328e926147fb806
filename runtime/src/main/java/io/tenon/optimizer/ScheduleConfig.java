package io.tenon.optimizer;

import io.tenon.keras.Config;
import io.tenon.keras.KerasFormatException;
import io.tenon.keras.KerasObject;
import io.tenon.keras.RecordConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Learning rates, fixed ones and schedules, as Keras writes them down. */
final class ScheduleConfig {
  /** What a configuration lacks, Keras's constructors have so. */
  private static final List<LearningRateSchedule> ALL =
      List.of(
          new ExponentialDecay(0, 1, 1, false),
          new InverseTimeDecay(0, 1, 0, false),
          new PiecewiseConstantDecay(List.of(), List.of(0.0)),
          new PolynomialDecay(0, 1, 0.0001, 1, false),
          new CosineDecay(0, 1),
          new CosineDecayRestarts(0, 1, 2, 1, 0));

  /** Names that Keras gives schedules, where these are not those of their classes. */
  private static final Map<String, String> NAMES =
      Map.of("PiecewiseConstantDecay", "PiecewiseConstant", "CosineDecayRestarts", "SGDRDecay");

  private ScheduleConfig() {}

  /**
   * A rate.
   *
   * @param decay what Keras 1 and 2 divide it by, for each step
   */
  static LearningRateSchedule read(Config rate, Config decay) {
    if (rate.isNumber()) {
      double fixed = rate.number(0);
      return decay.number(0) > 0
          ? new InverseTimeDecay(fixed, 1, decay.number(0), false)
          : new ConstantRate(shortest(fixed));
    }
    String className = KerasObject.className(rate);
    Config config = rate.get(KerasObject.CONFIG);
    for (LearningRateSchedule schedule : ALL) {
      if (schedule.getClass().getSimpleName().equals(className)) {
        LearningRateSchedule read =
            (LearningRateSchedule) RecordConfig.read((Record) schedule, config);
        return read instanceof CosineDecay cosine ? warm(cosine, config) : read;
      }
    }
    throw new KerasFormatException(
        "Tenon has no learning-rate schedule called \"%s\"".formatted(className));
  }

  private static CosineDecay warm(CosineDecay read, Config config) {
    return config.get("warmup_target").isNull()
        ? new CosineDecay(read.initialLearningRate(), read.decaySteps(), read.alpha())
        : read;
  }

  /** Keras holds rates as 32-bit numbers: what is written as 0.00999999977 was given as 0.01. */
  private static double shortest(double rate) {
    double shorter = Double.parseDouble(Float.toString((float) rate));
    return (double) (float) rate == rate ? shorter : rate;
  }

  /**
   * A rate as Keras writes it.
   *
   * @throws IllegalArgumentException if it is a schedule that Keras does not have
   */
  static Object write(LearningRateSchedule schedule) {
    if (schedule instanceof ConstantRate constant) {
      return (double) (float) constant.rate();
    }
    String className = schedule.getClass().getSimpleName();
    boolean known = ALL.stream().anyMatch(each -> each.getClass() == schedule.getClass());
    if (!known) {
      throw new IllegalArgumentException("Keras has no learning-rate schedule " + className);
    }
    Map<String, @Nullable Object> config =
        new LinkedHashMap<>(RecordConfig.write((Record) schedule));
    if (schedule instanceof CosineDecay cosine && cosine.warmupSteps() == 0) {
      config.put("warmup_target", null);
    }
    config.put("name", NAMES.getOrDefault(className, className));
    return KerasObject.of("keras.optimizers.schedules", className, config);
  }
}
