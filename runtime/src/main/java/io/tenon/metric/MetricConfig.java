package io.tenon.metric;

import io.tenon.Metric;
import io.tenon.keras.Config;
import io.tenon.keras.KerasFormatException;
import io.tenon.keras.KerasNames;
import io.tenon.keras.KerasObject;
import io.tenon.loss.LossConfig;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** Metrics as Keras writes them down: by name, or as objects with what they were told. */
public final class MetricConfig {
  private static final Map<String, String> SHORT_NAMES =
      Map.of(
          "acc", "accuracy",
          "mse", "mean_squared_error",
          "mae", "mean_absolute_error",
          "mape", "mean_absolute_percentage_error",
          "msle", "mean_squared_logarithmic_error");

  private MetricConfig() {}

  /**
   * The metric that a configuration describes.
   *
   * @param custom metrics of one's own, by the names in files
   * @throws KerasFormatException if there is none of that name, or a value does not fit
   */
  public static MetricSpec read(Config value, Map<String, MetricSpec> custom) {
    Config config = value.get(KerasObject.CONFIG);
    String className = KerasObject.className(value);
    String written = className.equals("function") ? config.text() : className;
    String wrapped =
        written.equals("MeanMetricWrapper")
            ? config.get("fn").text(config.get("name").text())
            : written;
    MetricSpec own = custom.get(wrapped);
    if (own != null) {
      return own;
    }
    String name = KerasNames.snakeCase(wrapped.replaceAll(".*>", ""));
    String known = SHORT_NAMES.getOrDefault(name, name);
    try {
      return read(known, config, value);
    } catch (KerasFormatException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw new KerasFormatException("the metric %s: %s".formatted(wrapped, e.getMessage()), e);
    }
  }

  private static MetricSpec read(String name, Config config, Config value) {
    return switch (name) {
      case "binary_accuracy" -> Metrics.binaryAccuracy(config.get("threshold").number(0.5));
      case "top_k_categorical_accuracy" ->
          Metrics.topK(name, NamedMetric.Labels.ROWS, config.get("k").integer(5));
      case "sparse_top_k_categorical_accuracy" ->
          Metrics.topK(name, NamedMetric.Labels.CLASSES, config.get("k").integer(5));
      case "precision" -> Metrics.precision(decision(config));
      case "recall" -> Metrics.recall(decision(config));
      case "true_positives" -> Metrics.truePositives(decision(config));
      case "true_negatives" -> Metrics.trueNegatives(decision(config));
      case "false_positives" -> Metrics.falsePositives(decision(config));
      case "false_negatives" -> Metrics.falseNegatives(decision(config));
      case "auc" -> auc(config);
      case "f1_score", "fbeta_score", "f_beta_score" -> fBeta(config);
      case "r2_score" ->
          new R2(
              KerasObject.constant(
                  R2.Aggregation.class,
                  config.get("class_aggregation").text("uniform_average"),
                  name),
              config.get("num_regressors").integer(0));
      case "mean_io_u", "io_u", "one_hot_mean_io_u", "one_hot_io_u", "binary_io_u" ->
          iou(name, config);
      default -> plain(name, value);
    };
  }

  private static MetricSpec plain(String name, Config value) {
    for (Metric metric : Metric.values()) {
      if (metric.kerasName().equals(name)) {
        return Metrics.of(metric);
      }
    }
    try {
      return Metrics.mean(LossConfig.read(value, Map.of())); // a cross-entropy, say
    } catch (KerasFormatException e) {
      throw new KerasFormatException("Tenon has no metric called \"%s\"".formatted(name), e);
    }
  }

  private static Decision decision(Config config) {
    Config thresholds = config.get("thresholds");
    Config threshold = thresholds.list().size() == 1 ? thresholds.get(0) : thresholds;
    if (threshold.isList()) {
      throw new KerasFormatException(
          "a metric has the thresholds %s, and Tenon's have one each".formatted(thresholds));
    }
    int topK = config.get("top_k").integer(0);
    double otherwise = topK > 0 ? Double.NEGATIVE_INFINITY : 0.5;
    return new Decision(threshold.number(otherwise), topK, config.get("class_id").integer(-1));
  }

  private static MetricSpec auc(Config config) {
    Auc auc =
        Metrics.auc(
                KerasObject.constant(Curve.class, config.get("curve").text("ROC"), "AUC"),
                config.get("num_thresholds").integer(200))
            .withSummation(
                KerasObject.constant(
                    Summation.class, config.get("summation_method").text("interpolation"), "AUC"))
            .withMultiLabel(config.get("multi_label").truth(false))
            .withFromLogits(config.get("from_logits").truth(false));
    Config weights = config.get("label_weights");
    Config thresholds = config.get("thresholds");
    auc = thresholds.isNull() ? auc : auc.withThresholds(numbers(thresholds));
    return weights.isNull() ? auc : auc.withLabelWeights(numbers(weights));
  }

  private static double[] numbers(Config list) {
    return list.list().stream().mapToDouble(each -> each.number(0)).toArray();
  }

  private static MetricSpec fBeta(Config config) {
    if (config.get("average").isNull() && config.isMap()) {
      throw new KerasFormatException("a score without an average is one for each class");
    }
    Config threshold = config.get("threshold");
    return new FBeta(
        config.get("beta").number(1),
        KerasObject.constant(Average.class, config.get("average").text("macro"), "FBetaScore"),
        threshold.isNull() ? OptionalDouble.empty() : OptionalDouble.of(threshold.number(0.5)),
        -1);
  }

  private static MetricSpec iou(String name, Config config) {
    Set<Integer> classes =
        config.get("target_class_ids").list().stream()
            .map(id -> id.integer(0))
            .collect(Collectors.toSet());
    return new Iou(
        name.replace("one_hot_", ""),
        name.startsWith("binary") ? Set.of() : classes,
        config.get("ignore_class").integer(-1),
        config.get("threshold").number(0.5));
  }

  /**
   * A metric as Keras writes it: its name, if it was told nothing.
   *
   * @param classes the size of the last axis of what it looks at
   */
  public static Object write(MetricSpec metric, int classes) {
    Map<String, Object> told = MetricParameters.of(metric, classes);
    if (told.isEmpty()) {
      return metric.name();
    }
    return MetricParameters.object(metric, told);
  }
}
