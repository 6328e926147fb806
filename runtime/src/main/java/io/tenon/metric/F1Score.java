package io.tenon.metric;

import java.util.Arrays;
import java.util.OptionalDouble;

/** The harmonic mean of precision and recall over classes, as Keras's {@code F1Score}. */
final class F1Score implements MetricState {
  private final Average average;
  private final OptionalDouble threshold;
  private final double[] truePositives;
  private final double[] falsePositives;
  private final double[] falseNegatives;
  private boolean seen;

  /**
   * A score.
   *
   * @param threshold what a prediction must exceed to say yes; none for the largest of each row
   */
  F1Score(Average average, OptionalDouble threshold, int classes) {
    this.average = average;
    this.threshold = threshold;
    this.truePositives = new double[classes];
    this.falsePositives = new double[classes];
    this.falseNegatives = new double[classes];
  }

  @Override
  public void update(Observations batch) {
    for (int row = 0; row < batch.rows(); row++) {
      seen = true;
      int largest = batch.predictedClass(row);
      float weight = batch.weight(row);
      for (int i = 0; i < batch.width(); i++) {
        boolean yes =
            threshold.isPresent()
                ? batch.prediction(row, i) > (float) threshold.getAsDouble()
                : i == largest;
        if (batch.label(row, i) != 0) {
          (yes ? truePositives : falseNegatives)[i] += weight;
        } else if (yes) {
          falsePositives[i] += weight;
        }
      }
    }
  }

  @Override
  public double value() {
    if (!seen) {
      return Double.NaN;
    }
    if (average == Average.MICRO) {
      return score(sum(truePositives), sum(falsePositives), sum(falseNegatives));
    }
    double total = 0;
    double weights = 0;
    for (int i = 0; i < truePositives.length; i++) {
      double weight = average == Average.MACRO ? 1 : truePositives[i] + falseNegatives[i];
      total += weight * score(truePositives[i], falsePositives[i], falseNegatives[i]);
      weights += weight;
    }
    return Ratio.of(total, weights);
  }

  private static double score(double tp, double fp, double fn) {
    return Ratio.of(2 * tp, 2 * tp + fp + fn);
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }

  @Override
  public void reset() {
    Arrays.fill(truePositives, 0);
    Arrays.fill(falsePositives, 0);
    Arrays.fill(falseNegatives, 0);
    seen = false;
  }
}
