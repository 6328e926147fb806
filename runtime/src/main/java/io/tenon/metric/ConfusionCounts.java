package io.tenon.metric;

import java.util.function.ToDoubleFunction;

/**
 * How often yes and no were right and wrong, and what can be said from it: Keras's {@code
 * TruePositives} and its like, {@code Precision} and {@code Recall}.
 */
final class ConfusionCounts implements MetricState {
  private final Decision decision;
  private final ToDoubleFunction<ConfusionCounts> result;
  private double truePositives;
  private double trueNegatives;
  private double falsePositives;
  private double falseNegatives;
  private boolean seen;

  ConfusionCounts(Decision decision, ToDoubleFunction<ConfusionCounts> result) {
    this.decision = decision;
    this.result = result;
  }

  double truePositives() {
    return truePositives;
  }

  double trueNegatives() {
    return trueNegatives;
  }

  double falsePositives() {
    return falsePositives;
  }

  double falseNegatives() {
    return falseNegatives;
  }

  /** The share of yes that is right; 0 without any. */
  double precision() {
    return Ratio.of(truePositives, truePositives + falsePositives);
  }

  /** The share of what is yes that was found; 0 without any. */
  double recall() {
    return Ratio.of(truePositives, truePositives + falseNegatives);
  }

  @Override
  public void update(Observations batch) {
    for (int row = 0; row < batch.rows(); row++) {
      seen = true;
      float weight = batch.weight(row);
      for (int i = 0; i < batch.width(); i++) {
        if (decision.asks(i)) {
          add(batch.label(row, i) != 0, decision.yes(batch, row, i), weight);
        }
      }
    }
  }

  private void add(boolean label, boolean yes, float weight) {
    if (label) {
      truePositives += yes ? weight : 0;
      falseNegatives += yes ? 0 : weight;
    } else {
      falsePositives += yes ? weight : 0;
      trueNegatives += yes ? 0 : weight;
    }
  }

  @Override
  public void reset() {
    truePositives = 0;
    trueNegatives = 0;
    falsePositives = 0;
    falseNegatives = 0;
    seen = false;
  }

  @Override
  public double value() {
    return seen ? result.applyAsDouble(this) : Double.NaN;
  }
}
