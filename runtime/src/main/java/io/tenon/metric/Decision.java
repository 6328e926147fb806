package io.tenon.metric;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When a prediction says yes, and which predictions are asked, as {@code keras.metrics.Precision}
 * is told.
 *
 * @param threshold what a prediction must exceed
 * @param topK among how many of a row's largest a prediction must be; 0 if it need not
 * @param classId the only column that is asked; -1 for all
 */
public record Decision(double threshold, int topK, int classId) {
  /** Refuses numbers out of range. */
  public Decision {
    if (topK < 0) {
      throw new IllegalArgumentException("topK must be 0 or more, found " + topK);
    }
    if (classId < -1) {
      throw new IllegalArgumentException("classId must be -1 or more, found " + classId);
    }
  }

  /** Yes above a threshold, from 0 to 1. */
  public static Decision above(double threshold) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be 0 to 1, found " + threshold);
    }
    return new Decision(threshold, 0, -1);
  }

  /** Yes for the k largest of each row. */
  public static Decision top(int k) {
    return new Decision(Double.NEGATIVE_INFINITY, k, -1);
  }

  /** The same, asked of one class alone. */
  public Decision ofClass(int id) {
    return new Decision(threshold, topK, id);
  }

  /** What Keras is told that differs from its defaults. */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (threshold != 0.5 && !Double.isInfinite(threshold)) {
      parameters.put("thresholds", threshold);
    }
    if (topK > 0) {
      parameters.put("top_k", topK);
    }
    if (classId >= 0) {
      parameters.put("class_id", classId);
    }
    return parameters;
  }

  boolean asks(int column) {
    return classId < 0 || classId == column;
  }

  boolean yes(Observations batch, int row, int column) {
    return batch.prediction(row, column) > (float) threshold
        && (topK == 0 || TopKAccuracy.isAmongLargest(batch, row, column, topK));
  }
}
