package io.tenon.metric;

import io.tenon.keras.KerasNames;
import io.tenon.keras.KerasObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What metrics were told, in Keras's words; nothing for what is Keras's default. */
final class MetricParameters {
  private MetricParameters() {}

  static Map<String, Object> of(MetricSpec metric, int classes) {
    Map<String, Object> told = new LinkedHashMap<>();
    if (metric instanceof NamedMetric named) {
      told.putAll(named.parameters());
    } else if (metric instanceof Auc auc) {
      auc(auc, told);
    } else if (metric instanceof FBeta score) {
      fBeta(score, told);
    } else if (metric instanceof R2 score && !score.equals(Metrics.r2Score())) {
      told.put("class_aggregation", score.aggregation().name().toLowerCase(Locale.ROOT));
      told.put("num_regressors", score.numRegressors());
    } else if (metric instanceof Iou iou) {
      iou(iou, classes, told);
    }
    return told;
  }

  private static void auc(Auc auc, Map<String, Object> told) {
    if (auc.equals(Metrics.auc(Curve.ROC))) {
      return;
    }
    told.put("curve", auc.curve().name());
    told.put("summation_method", auc.summation().name().toLowerCase(Locale.ROOT));
    told.put("multi_label", auc.multiLabel());
    told.put("from_logits", auc.fromLogits());
    int count = auc.thresholds().size() + 2;
    told.put("num_thresholds", count);
    if (!auc.thresholds().equals(Auc.evenly(count))) {
      told.put("thresholds", auc.thresholds());
    }
    if (!auc.labelWeights().isEmpty()) {
      told.put("label_weights", auc.labelWeights());
    }
  }

  private static void fBeta(FBeta score, Map<String, Object> told) {
    told.put("average", score.average().name().toLowerCase(Locale.ROOT));
    if (score.beta() != 1) {
      told.put("beta", score.beta());
    }
    score.threshold().ifPresent(threshold -> told.put("threshold", threshold));
  }

  private static void iou(Iou iou, int classes, Map<String, Object> told) {
    if (iou.name().startsWith("binary")) {
      told.put("target_class_ids", List.of(0, 1));
      told.put("threshold", iou.threshold());
      return;
    }
    told.put("num_classes", Math.max(2, classes));
    if (iou.ignored() >= 0) {
      told.put("ignore_class", iou.ignored());
    }
    if (!iou.classes().isEmpty()) {
      told.put("target_class_ids", List.copyOf(iou.classes()));
    }
  }

  /** An object of the metric's class. */
  static Map<String, @Nullable Object> object(MetricSpec metric, Map<String, Object> told) {
    Map<String, @Nullable Object> config = new LinkedHashMap<>();
    config.put("name", metric.name());
    config.put("dtype", "float32");
    config.putAll(told);
    return KerasObject.of("keras.metrics", className(metric), config);
  }

  private static String className(MetricSpec metric) {
    if (metric instanceof Auc) {
      return "AUC";
    } else if (metric instanceof FBeta score && score.beta() != 1) {
      return "FBetaScore";
    }
    return KerasNames.className(metric.name());
  }
}
