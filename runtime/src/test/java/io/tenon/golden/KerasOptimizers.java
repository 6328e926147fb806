package io.tenon.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.optimizer.Adadelta;
import io.tenon.optimizer.Adagrad;
import io.tenon.optimizer.Adam;
import io.tenon.optimizer.AdamW;
import io.tenon.optimizer.Adamax;
import io.tenon.optimizer.ConstantRate;
import io.tenon.optimizer.CosineDecay;
import io.tenon.optimizer.CosineDecayRestarts;
import io.tenon.optimizer.ExponentialDecay;
import io.tenon.optimizer.Ftrl;
import io.tenon.optimizer.InverseTimeDecay;
import io.tenon.optimizer.LearningRateSchedule;
import io.tenon.optimizer.Lion;
import io.tenon.optimizer.Nadam;
import io.tenon.optimizer.PiecewiseConstantDecay;
import io.tenon.optimizer.PolynomialDecay;
import io.tenon.optimizer.RMSprop;
import io.tenon.optimizer.Sgd;
import io.tenon.optimizer.StandardOptimizer;
import io.tenon.optimizer.UpdateOptions;
import java.util.ArrayList;
import java.util.List;

/** Optimizers and schedules from Keras's configurations of them. */
final class KerasOptimizers {
  private KerasOptimizers() {}

  static StandardOptimizer<?> optimizer(JsonNode which) {
    JsonNode config = which.get("config");
    JsonNode rate = config.get("learning_rate");
    LearningRateSchedule schedule =
        rate.isNumber() ? new ConstantRate(rate.asDouble()) : schedule(rate);
    StandardOptimizer<?> optimizer =
        plain(which.get("class_name").asText(), config).withLearningRate(schedule);
    if (config.hasNonNull("clipnorm")) {
      optimizer = optimizer.withClipNorm(number(config, "clipnorm"));
    }
    if (config.hasNonNull("clipvalue")) {
      optimizer = optimizer.withClipValue(number(config, "clipvalue"));
    }
    if (config.hasNonNull("global_clipnorm")) {
      optimizer = optimizer.withGlobalClipNorm(number(config, "global_clipnorm"));
    }
    if (config.hasNonNull("weight_decay")) {
      optimizer = optimizer.withWeightDecay(number(config, "weight_decay"));
    }
    if (config.get("use_ema").asBoolean()) {
      int every = config.path("ema_overwrite_frequency").asInt(0);
      optimizer = optimizer.withMovingAverage(number(config, "ema_momentum"), every);
    }
    return optimizer;
  }

  private static StandardOptimizer<?> plain(String name, JsonNode config) {
    UpdateOptions options = UpdateOptions.of(1);
    double beta1 = config.path("beta_1").asDouble();
    double beta2 = config.path("beta_2").asDouble();
    double epsilon = config.path("epsilon").asDouble();
    boolean amsgrad = config.path("amsgrad").asBoolean();
    double momentum = config.path("momentum").asDouble();
    double rho = config.path("rho").asDouble();
    double accumulated = config.path("initial_accumulator_value").asDouble();
    return switch (name) {
      case "SGD" -> new Sgd(options, momentum, config.get("nesterov").asBoolean());
      case "RMSprop" ->
          new RMSprop(options, rho, momentum, epsilon, config.get("centered").asBoolean());
      case "Adam" -> new Adam(options, beta1, beta2, epsilon, amsgrad);
      case "AdamW" -> new AdamW(options, beta1, beta2, epsilon, amsgrad);
      case "Adamax" -> new Adamax(options, beta1, beta2, epsilon);
      case "Nadam" -> new Nadam(options, beta1, beta2, epsilon);
      case "Adagrad" -> new Adagrad(options, accumulated, epsilon);
      case "Adadelta" -> new Adadelta(options, rho, epsilon);
      case "Lion" -> new Lion(options, beta1, beta2);
      case "Ftrl" ->
          new Ftrl(
              options,
              number(config, "learning_rate_power"),
              accumulated,
              number(config, "l1_regularization_strength"),
              number(config, "l2_regularization_strength"),
              number(config, "l2_shrinkage_regularization_strength"),
              number(config, "beta"));
      default -> throw new AssertionError(name);
    };
  }

  static LearningRateSchedule schedule(JsonNode which) {
    JsonNode config = which.get("config");
    double initial = config.path("initial_learning_rate").asDouble();
    int steps = config.path("decay_steps").asInt();
    double rate = config.path("decay_rate").asDouble();
    double alpha = config.path("alpha").asDouble();
    boolean staircase = config.path("staircase").asBoolean();
    return switch (which.get("class_name").asText()) {
      case "ExponentialDecay" -> new ExponentialDecay(initial, steps, rate, staircase);
      case "InverseTimeDecay" -> new InverseTimeDecay(initial, steps, rate, staircase);
      case "PiecewiseConstantDecay" -> piecewise(config);
      case "PolynomialDecay" ->
          new PolynomialDecay(
              initial,
              steps,
              number(config, "end_learning_rate"),
              number(config, "power"),
              config.get("cycle").asBoolean());
      case "CosineDecay" ->
          config.hasNonNull("warmup_target")
              ? new CosineDecay(initial, steps, alpha)
                  .withWarmup(number(config, "warmup_target"), config.get("warmup_steps").asInt())
              : new CosineDecay(initial, steps, alpha);
      case "CosineDecayRestarts" ->
          new CosineDecayRestarts(
              initial,
              config.get("first_decay_steps").asInt(),
              number(config, "t_mul"),
              number(config, "m_mul"),
              alpha);
      default -> throw new AssertionError(which);
    };
  }

  private static LearningRateSchedule piecewise(JsonNode config) {
    List<Long> boundaries = new ArrayList<>();
    config.get("boundaries").forEach(boundary -> boundaries.add(boundary.asLong()));
    List<Double> values = new ArrayList<>();
    config.get("values").forEach(value -> values.add(value.asDouble()));
    return new PiecewiseConstantDecay(boundaries, values);
  }

  private static double number(JsonNode config, String name) {
    return config.get(name).asDouble();
  }
}
