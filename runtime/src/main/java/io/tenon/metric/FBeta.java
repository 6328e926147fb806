package io.tenon.metric;

import io.tenon.shape.TensorType;
import java.util.OptionalDouble;

/**
 * The weighted harmonic mean of precision and recall, as {@code keras.metrics.FBetaScore} is told.
 * Each {@code with} method gives another and leaves this one as it is.
 *
 * @param beta how much more recall counts than precision; 1 for alike, which is F1
 * @param average what is made of the classes' scores
 * @param threshold what a prediction must exceed to say yes; none for the largest of each row
 * @param classId the only class whose score is given, without any average; -1 for all
 */
public record FBeta(double beta, Average average, OptionalDouble threshold, int classId)
    implements MetricSpec {

  /** Refuses numbers out of range. */
  public FBeta {
    if (!(beta > 0)) {
      throw new IllegalArgumentException("beta must be more than 0, found " + beta);
    }
    if (classId < -1) {
      throw new IllegalArgumentException("classId must be -1 or more, found " + classId);
    }
    threshold.ifPresent(Decision::above);
  }

  /**
   * The same with yes for what exceeds a threshold, in place of the largest of each row.
   *
   * @throws IllegalArgumentException unless it is 0 to 1
   */
  public FBeta withThreshold(double threshold) {
    return new FBeta(beta, average, OptionalDouble.of(threshold), classId);
  }

  /** The same of one class alone. */
  public FBeta ofClass(int id) {
    return new FBeta(beta, average, threshold, id);
  }

  @Override
  public String name() {
    return beta == 1 ? "f1_score" : "fbeta_score";
  }

  @Override
  public MetricState start(TensorType output, boolean classNumbers) {
    return new NamedMetric(name(), NamedMetric.Labels.ROWS, this::state)
        .start(output, classNumbers);
  }

  private MetricState state(int width) {
    NamedMetric.requireClass(name(), classId, width);
    return new FBetaScore(this, width);
  }
}
