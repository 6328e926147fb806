package io.tenon.metric;

import static io.tenon.metric.NamedMetric.Labels.ANY;
import static io.tenon.metric.NamedMetric.Labels.CLASSES;
import static io.tenon.metric.NamedMetric.Labels.ROWS;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.loss.LossFunction;
import io.tenon.loss.Losses;
import io.tenon.shape.TensorType;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The metrics of {@code keras.metrics} with what they can be told, and one's own. */
public final class Metrics {
  private static final Decision HALF = Decision.above(0.5);
  private static final int DEFAULT_THRESHOLDS = 200;

  private Metrics() {}

  /**
   * A fresh state of a metric for an output of that type and loss. Which accuracy is meant is
   * chosen as Keras does: by class numbers, by a single unit, or else by the largest.
   *
   * @throws IllegalArgumentException if the metric cannot read the labels that the loss takes
   */
  public static MetricState of(Metric metric, TensorType output, LossFunction loss) {
    return start(of(metric), output, loss);
  }

  /**
   * A fresh state of a metric for an output of that type and loss.
   *
   * @throws IllegalArgumentException if the metric does not fit the output, or cannot read the
   *     labels that the loss takes
   */
  public static MetricState start(MetricSpec metric, TensorType output, LossFunction loss) {
    boolean binary = loss.kerasName().startsWith("binary_");
    return metric instanceof Accuracy && binary
        ? new BinaryAccuracy(0.5)
        : metric.start(output, loss.isSparse());
  }

  /** A metric with Keras's defaults. */
  public static MetricSpec of(Metric metric) {
    String name = metric.kerasName();
    return switch (metric) {
      case ACCURACY -> new Accuracy(name);
      case BINARY_ACCURACY -> binaryAccuracy(0.5);
      case CATEGORICAL_ACCURACY -> new NamedMetric(name, ROWS, n -> new CategoricalAccuracy());
      case SPARSE_CATEGORICAL_ACCURACY ->
          new NamedMetric(name, CLASSES, n -> new CategoricalAccuracy());
      case TOP_K_CATEGORICAL_ACCURACY -> topK(name, ROWS, 5);
      case SPARSE_TOP_K_CATEGORICAL_ACCURACY -> topK(name, CLASSES, 5);
      case PRECISION -> precision(HALF);
      case RECALL -> recall(HALF);
      case F1_SCORE -> f1Score(Average.MACRO);
      case AUC -> auc(Curve.ROC);
      case AUC_PR -> auc(Curve.PR);
      case TRUE_POSITIVES -> counts(name, HALF, ConfusionCounts::truePositives);
      case TRUE_NEGATIVES -> counts(name, HALF, ConfusionCounts::trueNegatives);
      case FALSE_POSITIVES -> counts(name, HALF, ConfusionCounts::falsePositives);
      case FALSE_NEGATIVES -> counts(name, HALF, ConfusionCounts::falseNegatives);
      // The one mean that reads no mask in Keras.
      case ROOT_MEAN_SQUARED_ERROR -> loss(name, Loss.MEAN_SQUARED_ERROR, Math::sqrt, false);
      case COSINE_SIMILARITY -> loss(name, Loss.COSINE_SIMILARITY, x -> -x, true);
      case R2_SCORE -> r2Score();
      case MEAN_IOU -> meanIou();
      case MEAN_SQUARED_ERROR,
          MEAN_ABSOLUTE_ERROR,
          MEAN_ABSOLUTE_PERCENTAGE_ERROR,
          MEAN_SQUARED_LOGARITHMIC_ERROR ->
          loss(name, Loss.valueOf(metric.name()), x -> x, true);
    };
  }

  /**
   * The share of predictions on the label's side of a threshold.
   *
   * @throws IllegalArgumentException unless the threshold is 0 to 1
   */
  public static MetricSpec binaryAccuracy(double threshold) {
    Decision.above(threshold);
    return new NamedMetric(
        "binary_accuracy",
        ROWS,
        n -> new BinaryAccuracy(threshold),
        threshold == 0.5 ? Map.of() : Map.of("threshold", threshold));
  }

  /**
   * The share of rows where the right class is among the k largest predictions.
   *
   * @throws IllegalArgumentException if k is less than 1; when the model is built, if it has no
   *     more than k classes
   */
  public static MetricSpec topKCategoricalAccuracy(int k) {
    return topK("top_k_categorical_accuracy", ANY, k);
  }

  static MetricSpec topK(String name, NamedMetric.Labels labels, int k) {
    if (k < 1) {
      throw new IllegalArgumentException("k must be 1 or more, found " + k);
    }
    return new NamedMetric(
        name,
        labels,
        width -> {
          if (k >= width) {
            throw new IllegalArgumentException(
                ("%s: the right one is always among the largest %d of %d classes;"
                        + " use topKCategoricalAccuracy with a smaller k")
                    .formatted(name, k, width));
          }
          return new TopKAccuracy(k);
        },
        k == 5 ? Map.of() : Map.of("k", k));
  }

  /** The share of predicted yes that is right. */
  public static MetricSpec precision(Decision decision) {
    return counts("precision", decision, ConfusionCounts::precision);
  }

  /** The share of what is yes that was found. */
  public static MetricSpec recall(Decision decision) {
    return counts("recall", decision, ConfusionCounts::recall);
  }

  /** How much is yes and was found. */
  public static MetricSpec truePositives(Decision decision) {
    return counts("true_positives", decision, ConfusionCounts::truePositives);
  }

  /** How much is no and was not found. */
  public static MetricSpec trueNegatives(Decision decision) {
    return counts("true_negatives", decision, ConfusionCounts::trueNegatives);
  }

  /** How much is no and was found. */
  public static MetricSpec falsePositives(Decision decision) {
    return counts("false_positives", decision, ConfusionCounts::falsePositives);
  }

  /** How much is yes and was not found. */
  public static MetricSpec falseNegatives(Decision decision) {
    return counts("false_negatives", decision, ConfusionCounts::falseNegatives);
  }

  private static MetricSpec counts(
      String name, Decision decision, ToDoubleFunction<ConfusionCounts> result) {
    return new NamedMetric(
        name,
        ROWS,
        width -> {
          NamedMetric.requireClass(name, decision.classId(), width);
          return new ConfusionCounts(decision, result);
        },
        decision.parameters());
  }

  /** The harmonic mean of precision and recall; yes is the largest prediction of a row. */
  public static FBeta f1Score(Average average) {
    return fBetaScore(average, 1);
  }

  /** The harmonic mean of precision and recall; yes is what exceeds a threshold. */
  public static FBeta f1Score(Average average, double threshold) {
    return f1Score(average).withThreshold(threshold);
  }

  /**
   * The harmonic mean of precision and recall, which counts beta times as much; yes is the largest
   * prediction of a row.
   *
   * @throws IllegalArgumentException unless beta is more than 0
   */
  public static FBeta fBetaScore(Average average, double beta) {
    return new FBeta(beta, average, OptionalDouble.empty(), -1);
  }

  /** The area under a curve through the points of 200 thresholds. */
  public static Auc auc(Curve curve) {
    List<Double> thresholds = Auc.evenly(DEFAULT_THRESHOLDS);
    return new Auc(curve, thresholds, Summation.INTERPOLATION, false, List.of(), false);
  }

  /**
   * The area under a curve.
   *
   * @param thresholds how many points of the curve are found; 2 or more, 200 in Keras
   */
  public static Auc auc(Curve curve, int thresholds) {
    return auc(curve).withNumThresholds(thresholds);
  }

  /** The share of the labels' variance that is explained, the mean over the columns. */
  public static R2 r2Score() {
    return new R2(R2.Aggregation.UNIFORM_AVERAGE, 0);
  }

  /** Intersection over union, the mean over all classes. */
  public static Iou meanIou() {
    return new Iou(Metric.MEAN_IOU.kerasName(), Set.of(), -1, 0.5);
  }

  /** Intersection over union, the mean over some classes. */
  public static Iou iou(int... classes) {
    return new Iou("io_u", Set.of(), -1, 0.5).ofClasses(classes);
  }

  /**
   * Intersection over union of a single unit's yes and no, the mean of both.
   *
   * @throws IllegalArgumentException unless the threshold is 0 to 1
   */
  public static Iou binaryIou(double threshold) {
    return new Iou("binary_io_u", Set.of(), -1, threshold);
  }

  /**
   * The mean of a loss, such as of a cross-entropy that is not what is trained.
   *
   * @throws IllegalArgumentException for {@link Loss#NONE}
   */
  public static MetricSpec mean(Loss loss) {
    return mean(Losses.of(loss));
  }

  /** The mean of a loss that is told more closely, or of one's own. */
  public static MetricSpec mean(LossFunction loss) {
    return new NamedMetric(
        loss.kerasName(),
        loss.isSparse() ? CLASSES : ROWS,
        width -> new LossMean(loss, x -> x, true));
  }

  private static MetricSpec loss(
      String name, Loss loss, DoubleUnaryOperator result, boolean readsMask) {
    return new NamedMetric(name, ROWS, width -> new LossMean(Losses.of(loss), result, readsMask));
  }

  /**
   * One's own metric.
   *
   * @param name what it is reported under
   * @param state makes a fresh state
   */
  public static MetricSpec custom(String name, Supplier<? extends MetricState> state) {
    return new NamedMetric(name, ANY, width -> state.get());
  }
}
