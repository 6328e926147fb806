package io.tenon.metric;

import java.util.Arrays;

/**
 * The area under a curve through the points of several thresholds, as Keras's {@code AUC}.
 * Predictions outside 0 to 1 count as the nearer end.
 */
final class AreaUnderCurve implements MetricState {
  private final Auc spec;
  private final float[] thresholds;

  /**
   * By curve, the weight of labels 1, and of labels 0, whose prediction exceeds threshold i but not
   * i + 1. The first threshold lies just below 0, so that 0 exceeds it, the last just above 1.
   */
  private final double[][] positives;

  private final double[][] negatives;
  private boolean seen;

  AreaUnderCurve(Auc spec, int width) {
    this.spec = spec;
    this.thresholds = new float[spec.thresholds().size()];
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = spec.thresholds().get(i).floatValue();
    }
    int curves = spec.multiLabel() ? width : 1;
    this.positives = new double[curves][thresholds.length + 2];
    this.negatives = new double[curves][thresholds.length + 2];
  }

  @Override
  public void update(Observations batch) {
    for (int row = 0; row < batch.rows(); row++) {
      seen = true;
      for (int i = 0; i < batch.width(); i++) {
        boolean yes = batch.label(row, i) != 0;
        double[] buckets = (yes ? positives : negatives)[spec.multiLabel() ? i : 0];
        // With several curves, the weights of labels are those of the curves.
        double weight = spec.multiLabel() ? 1 : labelWeight(i);
        buckets[bucket(batch.prediction(row, i))] += batch.weight(row) * weight;
      }
    }
  }

  private double labelWeight(int column) {
    return spec.labelWeights().isEmpty() ? 1 : spec.labelWeights().get(column);
  }

  /** How many thresholds besides the first a prediction exceeds. */
  private int bucket(float given) {
    float prediction = spec.fromLogits() ? (float) (1 / (1 + Math.exp(-given))) : given;
    int found = Arrays.binarySearch(thresholds, prediction);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && thresholds[found - 1] == prediction) {
      found--;
    }
    return found;
  }

  @Override
  public void reset() {
    for (int i = 0; i < positives.length; i++) {
      Arrays.fill(positives[i], 0);
      Arrays.fill(negatives[i], 0);
    }
    seen = false;
  }

  @Override
  public double value() {
    if (!seen) {
      return Double.NaN;
    }
    double area = 0;
    double weights = 0;
    for (int i = 0; i < positives.length; i++) {
      double weight = spec.multiLabel() ? labelWeight(i) : 1;
      area += weight * area(above(positives[i]), above(negatives[i]));
      weights += weight;
    }
    return Ratio.of(area, weights);
  }

  private double area(double[] tp, double[] fp) {
    if (spec.curve() == Curve.ROC) {
      return receiverOperating(tp, fp);
    }
    return spec.summation() == Summation.INTERPOLATION
        ? interpolated(tp, fp)
        : precisionRecall(tp, fp);
  }

  /** How much exceeds each threshold. */
  private static double[] above(double[] buckets) {
    double[] sums = buckets.clone();
    for (int i = sums.length - 2; i >= 0; i--) {
      sums[i] += sums[i + 1];
    }
    return sums;
  }

  /** The share of what is yes that is found, over the share of what is no that is taken for yes. */
  private double receiverOperating(double[] tp, double[] fp) {
    double area = 0;
    for (int i = 0; i + 1 < tp.length; i++) {
      double width = Ratio.of(fp[i], fp[0]) - Ratio.of(fp[i + 1], fp[0]);
      area += width * spec.summation().between(Ratio.of(tp[i], tp[0]), Ratio.of(tp[i + 1], tp[0]));
    }
    return area;
  }

  /** The share of yes that is right, over the share of what is yes that is found. */
  private double precisionRecall(double[] tp, double[] fp) {
    double area = 0;
    for (int i = 0; i + 1 < tp.length; i++) {
      double width = Ratio.of(tp[i], tp[0]) - Ratio.of(tp[i + 1], tp[0]);
      double here = Ratio.of(tp[i], tp[i] + fp[i]);
      double next = Ratio.of(tp[i + 1], tp[i + 1] + fp[i + 1]);
      area += width * spec.summation().between(here, next);
    }
    return area;
  }

  /** Davis and Goadrich, 2006: between thresholds, true and false positives change in a line. */
  private static double interpolated(double[] tp, double[] fp) {
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
