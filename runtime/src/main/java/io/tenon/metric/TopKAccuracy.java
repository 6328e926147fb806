package io.tenon.metric;

/**
 * The share of rows where the label's class is among the k largest predictions, as Keras's {@code
 * TopKCategoricalAccuracy} and, with class numbers, {@code SparseTopKCategoricalAccuracy}.
 */
final class TopKAccuracy extends Mean {
  private final int k;

  TopKAccuracy(int k) {
    this.k = k;
  }

  @Override
  double row(Observations batch, int row) {
    return isAmongLargest(batch, row, batch.labelClass(row), k) ? 1 : 0;
  }

  /** Whether fewer than k predictions of a row are larger; one that is not finite never is. */
  static boolean isAmongLargest(Observations batch, int row, int column, int k) {
    float value = batch.prediction(row, column);
    if (!Float.isFinite(value)) {
      return false;
    }
    int larger = 0;
    for (int i = 0; i < batch.width(); i++) {
      if (batch.prediction(row, i) > value) {
        larger++;
      }
    }
    return larger < k;
  }
}
