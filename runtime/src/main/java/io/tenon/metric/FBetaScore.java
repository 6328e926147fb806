package io.tenon.metric;

import java.util.Arrays;

/** The weighted harmonic mean of precision and recall over classes. */
final class FBetaScore implements MetricState {
  /** What Keras takes for a prediction of 0, which never says yes. */
  private static final float NOTHING = 1e-9f;

  private final FBeta spec;
  private final double[] truePositives;
  private final double[] falsePositives;
  private final double[] falseNegatives;
  private boolean seen;

  FBetaScore(FBeta spec, int classes) {
    this.spec = spec;
    this.truePositives = new double[classes];
    this.falsePositives = new double[classes];
    this.falseNegatives = new double[classes];
  }

  @Override
  public void update(Observations batch) {
    for (int row = 0; row < batch.rows(); row++) {
      seen = true;
      float largest = batch.prediction(row, batch.predictedClass(row));
      float weight = batch.weight(row);
      for (int i = 0; i < batch.width(); i++) {
        float prediction = batch.prediction(row, i);
        boolean yes =
            spec.threshold().isPresent()
                ? prediction > (float) spec.threshold().getAsDouble()
                : prediction >= largest && Math.abs(prediction) > NOTHING;
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
    if (spec.classId() >= 0) {
      return score(spec.classId());
    }
    if (spec.average() == Average.MICRO) {
      return score(sum(truePositives), sum(falsePositives), sum(falseNegatives));
    }
    double total = 0;
    double weights = 0;
    for (int i = 0; i < truePositives.length; i++) {
      boolean alike = spec.average() == Average.MACRO;
      double weight = alike ? 1 : truePositives[i] + falseNegatives[i];
      total += weight * score(i);
      weights += weight;
    }
    return Ratio.of(total, weights);
  }

  private double score(int type) {
    return score(truePositives[type], falsePositives[type], falseNegatives[type]);
  }

  private double score(double tp, double fp, double fn) {
    double square = spec.beta() * spec.beta();
    return Ratio.of((1 + square) * tp, (1 + square) * tp + fp + square * fn);
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
