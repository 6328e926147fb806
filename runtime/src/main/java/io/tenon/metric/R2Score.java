package io.tenon.metric;

import java.util.Arrays;

/** The share of the labels' variance that is explained, column by column. */
final class R2Score implements MetricState {
  private final R2 spec;
  private final double[] sums;
  private final double[] squares;
  private final double[] errors;
  private double weights;
  private long labels;

  R2Score(R2 spec, int columns) {
    this.spec = spec;
    this.sums = new double[columns];
    this.squares = new double[columns];
    this.errors = new double[columns];
  }

  @Override
  public void update(Observations batch) {
    labels += (long) batch.rows() * batch.width();
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
    double counts = 0;
    for (int i = 0; i < sums.length; i++) {
      double variance = squares[i] - sums[i] * sums[i] / weights;
      double score = 1 - errors[i] / variance;
      double count = spec.aggregation() == R2.Aggregation.UNIFORM_AVERAGE ? 1 : variance;
      // Labels that never vary leave nothing to explain.
      total += Double.isInfinite(score) ? 0 : count * score;
      counts += count;
    }
    return adjusted(total / counts);
  }

  /** As Keras, takes every label for an observation, also those of one sample. */
  private double adjusted(double score) {
    int regressors = spec.numRegressors();
    if (regressors == 0 || regressors >= labels - 1) {
      return score;
    }
    return 1 - (1 - score) * (labels - 1) / (labels - regressors - 1);
  }

  @Override
  public void reset() {
    Arrays.fill(sums, 0);
    Arrays.fill(squares, 0);
    Arrays.fill(errors, 0);
    weights = 0;
    labels = 0;
  }
}
