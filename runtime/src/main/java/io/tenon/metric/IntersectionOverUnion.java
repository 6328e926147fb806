package io.tenon.metric;

import java.util.Arrays;

/** How much predicted and true classes overlap, the mean over the classes that occur. */
final class IntersectionOverUnion implements MetricState {
  private final Iou spec;
  private final double[] labels;
  private final double[] predictions;
  private final double[] both;
  private boolean seen;

  IntersectionOverUnion(Iou spec, int classes) {
    this.spec = spec;
    this.labels = new double[classes];
    this.predictions = new double[classes];
    this.both = new double[classes];
  }

  @Override
  public void update(Observations batch) {
    boolean single = batch.width() == 1;
    float threshold = (float) spec.threshold();
    for (int row = 0; row < batch.rows(); row++) {
      seen = true;
      int label = single ? (batch.label(row, 0) > 0.5f ? 1 : 0) : batch.labelClass(row);
      if (label == spec.ignored()) {
        continue;
      }
      int found =
          single ? (batch.prediction(row, 0) > threshold ? 1 : 0) : batch.predictedClass(row);
      float weight = batch.weight(row);
      labels[label] += weight;
      predictions[found] += weight;
      both[found] += label == found ? weight : 0;
    }
  }

  @Override
  public double value() {
    if (!seen) {
      return Double.NaN;
    }
    double total = 0;
    int classes = 0;
    for (int i = 0; i < both.length; i++) {
      double union = labels[i] + predictions[i] - both[i];
      if (union != 0 && (spec.classes().isEmpty() || spec.classes().contains(i))) {
        total += both[i] / union;
        classes++;
      }
    }
    return Ratio.of(total, classes);
  }

  @Override
  public void reset() {
    Arrays.fill(labels, 0);
    Arrays.fill(predictions, 0);
    Arrays.fill(both, 0);
    seen = false;
  }
}
