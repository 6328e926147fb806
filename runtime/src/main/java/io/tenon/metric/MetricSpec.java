package io.tenon.metric;

import io.tenon.shape.TensorType;

/** What is reported besides the loss, as a value: {@link Metrics} has Keras's. */
public interface MetricSpec {
  /** The name it is reported under, such as {@code accuracy}. */
  String name();

  /**
   * A fresh state of it.
   *
   * @param output what the output gives, without the batch axis
   * @param classNumbers whether labels are class numbers, in place of rows like the output's
   * @throws IllegalArgumentException if it does not fit such an output or labels
   */
  MetricState start(TensorType output, boolean classNumbers);
}
