package io.tenon;

import java.util.Locale;

/** What training makes small, as in {@code keras.losses}. The mean over the samples of a batch. */
public enum Loss {
  /** None: the output predicts but does not train. */
  NONE,
  /** mean((label - prediction)^2) over the last axis; labels have the output's shape. */
  MEAN_SQUARED_ERROR,
  /** -sum(label * log(prediction)); labels are one-hot, or probabilities, of the output's shape. */
  CATEGORICAL_CROSSENTROPY,
  /** -log(prediction[label]); labels are class numbers, one where the output has a row. */
  SPARSE_CATEGORICAL_CROSSENTROPY,
  /** -(label * log(p) + (1 - label) * log(1 - p)), the mean over the last axis. */
  BINARY_CROSSENTROPY;

  /** Keras's name of the loss, such as {@code mean_squared_error}. */
  public String kerasName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
