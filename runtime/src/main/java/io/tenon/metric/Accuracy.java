package io.tenon.metric;

import io.tenon.shape.TensorType;

/** The accuracy that fits an output, chosen as Keras does. */
record Accuracy(String name) implements MetricSpec {
  @Override
  public MetricState start(TensorType output, boolean classNumbers) {
    boolean single = output.shape().last().size().orElse(0) == 1;
    return single && !classNumbers ? new BinaryAccuracy(0.5) : new CategoricalAccuracy();
  }
}
