package io.tenon.golden;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.loss.LossFunction;
import io.tenon.metric.Auc;
import io.tenon.metric.Average;
import io.tenon.metric.Curve;
import io.tenon.metric.Decision;
import io.tenon.metric.FBeta;
import io.tenon.metric.Iou;
import io.tenon.metric.MetricSpec;
import io.tenon.metric.Metrics;
import io.tenon.metric.R2;
import io.tenon.metric.Summation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Metrics from Keras's configurations of them. */
final class KerasMetrics {
  private KerasMetrics() {}

  /** One metric; several where Keras's gives several values. */
  static List<MetricSpec> metrics(JsonNode which) {
    JsonNode config = which.get("config");
    return switch (which.get("class_name").asText()) {
      case "BinaryAccuracy" ->
          List.of(Metrics.binaryAccuracy(config.path("threshold").asDouble(0.5)));
      case "TopKCategoricalAccuracy", "SparseTopKCategoricalAccuracy" ->
          List.of(Metrics.topKCategoricalAccuracy(config.get("k").asInt()));
      case "Precision" -> decided(config, Metrics::precision);
      case "Recall" -> decided(config, Metrics::recall);
      case "TruePositives" -> decided(config, Metrics::truePositives);
      case "TrueNegatives" -> decided(config, Metrics::trueNegatives);
      case "FalsePositives" -> decided(config, Metrics::falsePositives);
      case "FalseNegatives" -> decided(config, Metrics::falseNegatives);
      case "AUC" -> List.of(auc(config));
      case "F1Score", "FBetaScore" -> fBeta(which);
      case "R2Score" -> r2(which);
      case "MeanIoU", "OneHotMeanIoU" -> List.of(ignoring(Metrics.meanIou(), config));
      case "IoU", "OneHotIoU" ->
          List.of(ignoring(Metrics.iou(ints(config.get("target_class_ids"))), config));
      case "BinaryIoU" ->
          List.of(
              Metrics.binaryIou(config.get("threshold").asDouble())
                  .ofClasses(ints(config.get("target_class_ids"))));
      case "CategoricalAccuracy" -> List.of(Metrics.of(Metric.CATEGORICAL_ACCURACY));
      case "SparseCategoricalAccuracy" -> List.of(Metrics.of(Metric.SPARSE_CATEGORICAL_ACCURACY));
      case "RootMeanSquaredError" -> List.of(Metrics.of(Metric.ROOT_MEAN_SQUARED_ERROR));
      case "CosineSimilarity" -> List.of(Metrics.of(Metric.COSINE_SIMILARITY));
      case "LogCoshError" -> List.of(Metrics.mean(Loss.LOG_COSH));
      default -> List.of(Metrics.mean(loss(which)));
    };
  }

  private static LossFunction loss(JsonNode which) {
    return KerasLosses.loss(which.get("class_name").asText(), which.get("config"));
  }

  private static List<MetricSpec> decided(JsonNode config, Function<Decision, MetricSpec> metric) {
    JsonNode given = config.path("thresholds");
    List<Double> thresholds = new ArrayList<>();
    if (given.isArray()) {
      given.forEach(threshold -> thresholds.add(threshold.asDouble()));
    } else if (given.isNumber()) {
      thresholds.add(given.asDouble());
    }
    int topK = config.path("top_k").asInt(0);
    int classId = config.path("class_id").asInt(-1);
    if (thresholds.isEmpty()) {
      thresholds.add(topK > 0 ? Double.NEGATIVE_INFINITY : 0.5);
    }
    return thresholds.stream()
        .map(threshold -> metric.apply(new Decision(threshold, topK, classId)))
        .toList();
  }

  private static MetricSpec auc(JsonNode config) {
    Auc auc =
        Metrics.auc(Curve.valueOf(config.get("curve").asText()))
            .withSummation(
                Summation.valueOf(config.get("summation_method").asText().toUpperCase(Locale.ROOT)))
            .withMultiLabel(config.path("multi_label").asBoolean())
            .withFromLogits(config.path("from_logits").asBoolean())
            .withLabelWeights(doubles(config.path("label_weights")));
    return config.hasNonNull("thresholds")
        ? auc.withThresholds(doubles(config.get("thresholds")))
        : auc.withNumThresholds(config.get("num_thresholds").asInt());
  }

  private static List<MetricSpec> fBeta(JsonNode which) {
    JsonNode config = which.get("config");
    boolean each = !config.hasNonNull("average");
    Average average =
        each
            ? Average.MACRO
            : Average.valueOf(config.get("average").asText().toUpperCase(Locale.ROOT));
    FBeta score = Metrics.fBetaScore(average, config.path("beta").asDouble(1));
    FBeta chosen =
        config.hasNonNull("threshold")
            ? score.withThreshold(config.get("threshold").asDouble())
            : score;
    return each ? columns(which, chosen::ofClass) : List.of(chosen);
  }

  private static List<MetricSpec> r2(JsonNode which) {
    JsonNode config = which.get("config");
    R2 score = Metrics.r2Score().withNumRegressors(config.path("num_regressors").asInt());
    return List.of(
        score.withAggregation(
            R2.Aggregation.valueOf(
                config.path("class_aggregation").asText().toUpperCase(Locale.ROOT))));
  }

  private static List<MetricSpec> columns(JsonNode which, Function<Integer, MetricSpec> metric) {
    return IntStream.range(0, which.get("result").get("data").size())
        .mapToObj(metric::apply)
        .toList();
  }

  private static MetricSpec ignoring(Iou metric, JsonNode config) {
    return config.hasNonNull("ignore_class")
        ? metric.withIgnoredClass(config.get("ignore_class").asInt())
        : metric;
  }

  private static double[] doubles(JsonNode list) {
    return IntStream.range(0, list.size()).mapToDouble(i -> list.get(i).asDouble()).toArray();
  }

  private static int[] ints(JsonNode list) {
    return IntStream.range(0, list.size()).map(i -> list.get(i).asInt()).toArray();
  }
}
