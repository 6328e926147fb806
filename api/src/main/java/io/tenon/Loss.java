package io.tenon;

import java.util.Locale;

/** What training makes small, as in {@code keras.losses}. The mean over the samples of a batch. */
public enum Loss {
  /** None: the output predicts but does not train. */
  NONE,
  /** mean((label - prediction)^2) over the last axis; labels have the output's shape. */
  MEAN_SQUARED_ERROR,
  /** mean(|label - prediction|) over the last axis. */
  MEAN_ABSOLUTE_ERROR,
  /** 100 mean(|label - prediction| / |label|) over the last axis. */
  MEAN_ABSOLUTE_PERCENTAGE_ERROR,
  /** mean((log(1 + label) - log(1 + prediction))^2) over the last axis; none below 0. */
  MEAN_SQUARED_LOGARITHMIC_ERROR,
  /** Squared for errors up to 1 and absolute above, the mean over the last axis. */
  HUBER,
  /** mean(log(cosh(prediction - label))) over the last axis. */
  LOG_COSH,
  /** -cos(angle between label and prediction), as vectors along the last axis. */
  COSINE_SIMILARITY,
  /** mean(prediction - label * log(prediction)) over the last axis; predictions are counts. */
  POISSON,
  /** sum(label * log(label / prediction)) over the last axis; both are probabilities. */
  KL_DIVERGENCE,
  /** -sum(label * log(prediction)); labels are one-hot, or probabilities, of the output's shape. */
  CATEGORICAL_CROSSENTROPY,
  /** -log(prediction[label]); labels are class numbers, one where the output has a row. */
  SPARSE_CATEGORICAL_CROSSENTROPY,
  /** -(label * log(p) + (1 - label) * log(1 - p)), the mean over the last axis. */
  BINARY_CROSSENTROPY,
  /** Binary cross-entropy times (1 - share of being right)^2. Lin et al., 2018. */
  BINARY_FOCAL_CROSSENTROPY,
  /** mean(max(0, 1 - label * prediction)) over the last axis; labels are -1 or 1, or 0 or 1. */
  HINGE,
  /** mean(max(0, 1 - label * prediction)^2) over the last axis; labels as for {@link #HINGE}. */
  SQUARED_HINGE,
  /**
   * max(0, 1 + the largest prediction of a wrong class - that of the right one); one-hot labels.
   */
  CATEGORICAL_HINGE;

  /** Keras's name of the loss, such as {@code mean_squared_error}. */
  public String kerasName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
