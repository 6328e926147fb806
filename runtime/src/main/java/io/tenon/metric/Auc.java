package io.tenon.metric;

import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The area under a curve, as {@code keras.metrics.AUC} is told. Each {@code with} method gives
 * another and leaves this one as it is.
 *
 * <pre>{@code
 * Metrics.auc(Curve.PR).withThresholds(0.1, 0.5, 0.9).withMultiLabel(true)
 * }</pre>
 *
 * @param curve the curve
 * @param thresholds where points of the curve are found, rising; two more just outside 0 and 1 are
 *     always added
 * @param summation what is taken between two points
 * @param multiLabel whether each column has a curve of its own, of whose areas the mean is taken,
 *     in place of one curve over all
 * @param labelWeights how much each column counts; empty for all alike
 * @param fromLogits whether predictions are what a sigmoid would read, in place of what it gives
 */
public record Auc(
    Curve curve,
    List<Double> thresholds,
    Summation summation,
    boolean multiLabel,
    List<Double> labelWeights,
    boolean fromLogits)
    implements MetricSpec {

  /** Refuses thresholds that are not between 0 and 1, and sorts the others. */
  public Auc {
    List<Double> sorted = new ArrayList<>(thresholds);
    Collections.sort(sorted);
    for (double threshold : sorted) {
      Decision.above(threshold);
    }
    thresholds = List.copyOf(sorted);
    labelWeights = List.copyOf(labelWeights);
  }

  /** So many thresholds, evenly spaced from 0 to 1. */
  static List<Double> evenly(int count) {
    if (count < 2) {
      throw new IllegalArgumentException("thresholds must be 2 or more, found " + count);
    }
    List<Double> inner = new ArrayList<>();
    for (int i = 1; i < count - 1; i++) {
      inner.add(i / (double) (count - 1));
    }
    return inner;
  }

  /**
   * The same with so many thresholds, evenly spaced from 0 to 1. Keras's default is 200.
   *
   * @throws IllegalArgumentException if less than 2
   */
  public Auc withNumThresholds(int count) {
    return new Auc(curve, evenly(count), summation, multiLabel, labelWeights, fromLogits);
  }

  /**
   * The same with other thresholds.
   *
   * @throws IllegalArgumentException if one is not 0 to 1
   */
  public Auc withThresholds(double... thresholds) {
    List<Double> values = Arrays.stream(thresholds).boxed().toList();
    return new Auc(curve, values, summation, multiLabel, labelWeights, fromLogits);
  }

  /** The same with something else taken between two points; interpolation unless set. */
  public Auc withSummation(Summation summation) {
    return new Auc(curve, thresholds, summation, multiLabel, labelWeights, fromLogits);
  }

  /** The same with a curve for each column, or with one over all. */
  public Auc withMultiLabel(boolean multiLabel) {
    return new Auc(curve, thresholds, summation, multiLabel, labelWeights, fromLogits);
  }

  /** The same with columns that count so much. */
  public Auc withLabelWeights(double... weights) {
    List<Double> values = Arrays.stream(weights).boxed().toList();
    return new Auc(curve, thresholds, summation, multiLabel, values, fromLogits);
  }

  /** The same of logits or of probabilities. */
  public Auc withFromLogits(boolean fromLogits) {
    return new Auc(curve, thresholds, summation, multiLabel, labelWeights, fromLogits);
  }

  @Override
  public String name() {
    return curve == Curve.ROC ? "auc" : "auc_pr";
  }

  @Override
  public MetricState start(TensorType output, boolean classNumbers) {
    return new NamedMetric(name(), NamedMetric.Labels.ROWS, this::state)
        .start(output, classNumbers);
  }

  private MetricState state(int width) {
    if (!labelWeights.isEmpty() && labelWeights.size() != width) {
      throw new IllegalArgumentException(
          "%s has %d label weights, but there are %d columns"
              .formatted(name(), labelWeights.size(), width));
    }
    return new AreaUnderCurve(this, width);
  }
}
