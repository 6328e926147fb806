package io.tenon.metric;

/**
 * The share of predictions that lie on the label's side of a threshold, as Keras's {@code
 * BinaryAccuracy}.
 */
final class BinaryAccuracy extends Mean {
  private final float threshold;

  BinaryAccuracy(double threshold) {
    this.threshold = (float) threshold;
  }

  @Override
  double row(Observations batch, int row) {
    int right = 0;
    for (int i = 0; i < batch.width(); i++) {
      float rounded = batch.prediction(row, i) > threshold ? 1 : 0;
      if (rounded == batch.label(row, i)) {
        right++;
      }
    }
    return (double) right / batch.width();
  }
}
