package io.tenon.metric;

import java.util.Arrays;

/**
 * The area under a curve over evenly spaced thresholds from 0 to 1, as Keras's {@code AUC} with
 * interpolation. Predictions outside 0 to 1 count as the nearer end.
 */
final class AreaUnderCurve implements MetricState {
  private final Curve curve;

  /**
   * The weight of labels 1, and of labels 0, whose prediction exceeds threshold i but not i + 1.
   */
  private final double[] positives;

  private final double[] negatives;
  private boolean seen;

  AreaUnderCurve(Curve curve, int thresholds) {
    this.curve = curve;
    this.positives = new double[thresholds];
    this.negatives = new double[thresholds];
  }

  @Override
  public void update(Observations batch) {
    int last = positives.length - 1;
    for (int row = 0; row < batch.rows(); row++) {
      seen = true;
      for (int i = 0; i < batch.width(); i++) {
        float prediction = Math.max(0, Math.min(1, batch.prediction(row, i)));
        // The first threshold lies just below 0, so that 0 exceeds it.
        int bucket = Math.max(0, (int) Math.ceil(prediction * last) - 1);
        (batch.label(row, i) != 0 ? positives : negatives)[bucket] += batch.weight(row);
      }
    }
  }

  @Override
  public void reset() {
    Arrays.fill(positives, 0);
    Arrays.fill(negatives, 0);
    seen = false;
  }

  @Override
  public double value() {
    if (!seen) {
      return Double.NaN;
    }
    double[] tp = above(positives);
    double[] fp = above(negatives);
    return curve == Curve.ROC ? receiverOperating(tp, fp) : precisionRecall(tp, fp);
  }

  /** How much exceeds each threshold. */
  private static double[] above(double[] buckets) {
    double[] sums = buckets.clone();
    for (int i = sums.length - 2; i >= 0; i--) {
      sums[i] += sums[i + 1];
    }
    return sums;
  }

  /** Trapezoids between neighbouring thresholds. */
  private static double receiverOperating(double[] tp, double[] fp) {
    double area = 0;
    for (int i = 0; i + 1 < tp.length; i++) {
      double width = Ratio.of(fp[i], fp[0]) - Ratio.of(fp[i + 1], fp[0]);
      area += width * (Ratio.of(tp[i], tp[0]) + Ratio.of(tp[i + 1], tp[0])) / 2;
    }
    return area;
  }

  /** Davis and Goadrich, 2006: between thresholds, true and false positives change in a line. */
  private static double precisionRecall(double[] tp, double[] fp) {
    double area = 0;
    for (int i = 0; i + 1 < tp.length; i++) {
      double found = tp[i] - tp[i + 1];
      double here = tp[i] + fp[i];
      double next = tp[i + 1] + fp[i + 1];
      double slope = Ratio.of(found, here - next);
      double intercept = tp[i + 1] - slope * next;
      double ratio = here > 0 && next > 0 ? here / next : 1;
      area += Ratio.of(slope * (found + intercept * Math.log(ratio)), tp[0]);
    }
    return area;
  }
}
