package io.tenon.metric;

import io.tenon.shape.TensorType;

/**
 * The share of the labels' variance that is explained, as {@code keras.metrics.R2Score} is told. 1
 * is perfect, 0 as good as the mean of the labels.
 *
 * @param aggregation what is made of the columns' scores
 * @param numRegressors how many independent regressors the score is corrected for; 0 for none
 */
public record R2(Aggregation aggregation, int numRegressors) implements MetricSpec {
  /** What is made of the columns' scores. */
  public enum Aggregation {
    /** Their mean. */
    UNIFORM_AVERAGE,
    /** Their mean, each counting as much as its column varies. */
    VARIANCE_WEIGHTED_AVERAGE
  }

  /** Refuses a negative number. */
  public R2 {
    if (numRegressors < 0) {
      throw new IllegalArgumentException("numRegressors must be 0 or more, found " + numRegressors);
    }
  }

  /** The same with something else made of the columns' scores; their mean unless set. */
  public R2 withAggregation(Aggregation aggregation) {
    return new R2(aggregation, numRegressors);
  }

  /**
   * The same corrected for so many independent regressors: adjusted R2.
   *
   * @throws IllegalArgumentException if negative
   */
  public R2 withNumRegressors(int count) {
    return new R2(aggregation, count);
  }

  @Override
  public String name() {
    return "r2_score";
  }

  @Override
  public MetricState start(TensorType output, boolean classNumbers) {
    return new NamedMetric(name(), NamedMetric.Labels.ROWS, width -> new R2Score(this, width))
        .start(output, classNumbers);
  }
}
