package io.tenon;

import java.util.Locale;

/**
 * What is reported besides the loss, as in {@code keras.metrics}. Mean errors and cosine similarity
 * are losses too: where both are imported by {@code *}, write {@code Metric.MEAN_SQUARED_ERROR}.
 */
public enum Metric {
  /**
   * The share of right answers. Which kind is chosen from the output and its loss, as Keras does:
   * binary for one unit, sparse for class numbers, else categorical.
   */
  ACCURACY,
  /** The share of predictions on the label's side of 0.5. */
  BINARY_ACCURACY,
  /** The share of rows whose largest prediction is that of the one-hot label. */
  CATEGORICAL_ACCURACY,
  /** The share of rows whose largest prediction is that of the class number. */
  SPARSE_CATEGORICAL_ACCURACY,
  /** The share of rows where the one-hot label is among the 5 largest predictions. */
  TOP_K_CATEGORICAL_ACCURACY,
  /** The share of rows where the class number is among the 5 largest predictions. */
  SPARSE_TOP_K_CATEGORICAL_ACCURACY,
  /** The share of predictions above 0.5 that is right. */
  PRECISION,
  /** The share of labels 1 whose prediction is above 0.5. */
  RECALL,
  /** The harmonic mean of precision and recall, the mean over the classes. */
  F1_SCORE,
  /** The area under the ROC curve, over 200 thresholds. */
  AUC,
  /** The area under the curve of precision over recall, over 200 thresholds. */
  AUC_PR,
  /** How many labels 1 have a prediction above 0.5. */
  TRUE_POSITIVES,
  /** How many labels 0 have a prediction up to 0.5. */
  TRUE_NEGATIVES,
  /** How many labels 0 have a prediction above 0.5. */
  FALSE_POSITIVES,
  /** How many labels 1 have a prediction up to 0.5. */
  FALSE_NEGATIVES,
  /** mean((label - prediction)^2). */
  MEAN_SQUARED_ERROR,
  /** mean(abs(label - prediction)). */
  MEAN_ABSOLUTE_ERROR,
  /** 100 mean(abs(label - prediction) / abs(label)). */
  MEAN_ABSOLUTE_PERCENTAGE_ERROR,
  /** mean((log(1 + label) - log(1 + prediction))^2). */
  MEAN_SQUARED_LOGARITHMIC_ERROR,
  /** The square root of the mean squared error. */
  ROOT_MEAN_SQUARED_ERROR,
  /** The share of the labels' variance that is explained, the mean over the last axis. */
  R2_SCORE,
  /** cos(angle between label and prediction), as vectors along the last axis. */
  COSINE_SIMILARITY,
  /** Intersection over union of predicted and true classes, the mean over the classes. */
  MEAN_IOU;

  /** Which labels a metric reads. */
  public enum Labels {
    /** Numbers of the output's shape, such as one-hot rows. */
    ROWS,
    /** Class numbers, as {@link Loss#SPARSE_CATEGORICAL_CROSSENTROPY} reads them. */
    CLASS_NUMBERS,
    /** Both. */
    ANY
  }

  /** Which labels it reads. */
  public Labels labels() {
    return switch (this) {
      case ACCURACY, MEAN_IOU -> Labels.ANY;
      case SPARSE_CATEGORICAL_ACCURACY, SPARSE_TOP_K_CATEGORICAL_ACCURACY -> Labels.CLASS_NUMBERS;
      default -> Labels.ROWS;
    };
  }

  /** Keras's name of the metric, such as {@code mean_squared_error}. */
  public String kerasName() {
    return this == MEAN_IOU ? "mean_io_u" : name().toLowerCase(Locale.ROOT);
  }
}
