package io.tenon.metric;

import io.tenon.shape.TensorType;
import java.util.Map;

/**
 * A metric by name that compares numbers, element by element or row by row.
 *
 * @param parameters what it was told, in Keras's words; empty for the defaults
 */
record NamedMetric(String name, Labels labels, Start begin, Map<String, Object> parameters)
    implements MetricSpec {
  NamedMetric {
    parameters = Map.copyOf(parameters);
  }

  NamedMetric(String name, Labels labels, Start begin) {
    this(name, labels, begin, Map.of());
  }

  /** Which labels a metric can read. */
  enum Labels {
    /** Rows like the output's. */
    ROWS,
    /** Class numbers. */
    CLASSES,
    /** Both. */
    ANY
  }

  /** Makes a state for an output whose last axis has that size. */
  interface Start {
    MetricState of(int width);
  }

  @Override
  public MetricState start(TensorType output, boolean classNumbers) {
    if (labels == Labels.ROWS && classNumbers) {
      throw new IllegalArgumentException(
          "%s compares numbers, but the labels are class numbers; use ACCURACY".formatted(name));
    }
    if (labels == Labels.CLASSES && !classNumbers) {
      throw new IllegalArgumentException(
          "%s reads class numbers, but the labels are rows like the output's; use ACCURACY"
              .formatted(name));
    }
    return begin.of(Math.toIntExact(output.shape().last().size().orElse(1)));
  }

  /** Refuses a class that an output of that width does not have; -1 stands for none. */
  static void requireClass(String name, int id, int width) {
    if (id >= width) {
      throw new IllegalArgumentException(
          "%s of class %d, but the classes are 0 to %d".formatted(name, id, width - 1));
    }
  }
}
