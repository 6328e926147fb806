package io.tenon;

import java.util.Locale;

/** What is reported besides the loss, as in {@code keras.metrics}. */
public enum Metric {
  /**
   * The share of right answers. Which kind is chosen from the output and its loss, as Keras does:
   * binary for one unit, sparse for class numbers, else categorical.
   */
  ACCURACY,
  /** mean((label - prediction)^2). */
  MEAN_SQUARED_ERROR,
  /** mean(abs(label - prediction)). */
  MEAN_ABSOLUTE_ERROR;

  /** Keras's name of the metric, such as {@code mean_squared_error}. */
  public String kerasName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
