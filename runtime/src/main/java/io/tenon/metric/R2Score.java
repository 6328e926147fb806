package io.tenon.metric;

import java.util.Arrays;

/**
 * The share of the labels' variance that is explained, the mean over columns, as Keras's {@code
 * R2Score}. 1 is perfect, 0 as good as the mean of the labels.
 */
final class R2Score implements MetricState {
  private final double[] sums;
  private final double[] squares;
  private final double[] errors;
  private double weights;

  R2Score(int columns) {
    this.sums = new double[columns];
    this.squares = new double[columns];
    this.errors = new double[columns];
  }

  @Override
  public void update(Observations batch) {
    for (int row = 0; row < batch.rows(); row++) {
      float weight = batch.weight(row);
      weights += weight;
      for (int i = 0; i < batch.width(); i++) {
        double label = batch.label(row, i);
        double error = label - batch.prediction(row, i);
        sums[i] += weight * label;
        squares[i] += weight * label * label;
        errors[i] += weight * error * error;
      }
    }
  }

  @Override
  public double value() {
    if (weights == 0) {
      return Double.NaN;
    }
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      double variance = squares[i] - sums[i] * sums[i] / weights;
      double score = 1 - errors[i] / variance;
      // Labels that never vary leave nothing to explain.
      total += Double.isInfinite(score) ? 0 : score;
    }
    return total / sums.length;
  }

  @Override
  public void reset() {
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    Arrays.fill(errors, 0);
    weights = 0;
  }
}
