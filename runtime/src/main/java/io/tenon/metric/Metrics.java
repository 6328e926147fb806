package io.tenon.metric;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.shape.TensorType;

/** Makes the states of metrics. */
public final class Metrics {
  private Metrics() {}

  /**
   * A fresh state of a metric for an output of that type and loss. Which accuracy is meant is
   * chosen as Keras does: by class numbers, by a single unit, or else by the largest.
   *
   * @throws IllegalArgumentException if the metric cannot read the labels that the loss takes
   */
  public static MetricState of(Metric metric, TensorType output, Loss loss) {
    boolean sparse = loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
    return switch (metric) {
      case ACCURACY ->
          sparse || output.shape().last().size().orElse(0) != 1 && loss != Loss.BINARY_CROSSENTROPY
              ? new CategoricalAccuracy()
              : new BinaryAccuracy();
      case MEAN_SQUARED_ERROR -> error(metric, sparse, new MeanError(x -> x * x));
      case MEAN_ABSOLUTE_ERROR -> error(metric, sparse, new MeanError(Math::abs));
    };
  }

  private static MetricState error(Metric metric, boolean sparse, MetricState state) {
    if (sparse) {
      throw new IllegalArgumentException(
          "%s compares numbers, but the labels of %s are class numbers; use ACCURACY"
              .formatted(metric, Loss.SPARSE_CATEGORICAL_CROSSENTROPY));
    }
    return state;
  }
}
