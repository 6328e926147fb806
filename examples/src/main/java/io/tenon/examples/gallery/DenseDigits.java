package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

/**
 * Digits read by three dense layers: the first model of Keras's guide <a
 * href="https://keras.io/guides/functional_api/">The Functional API</a>, as a chain.
 */
@Sequential
public interface DenseDigits {
  @Input("784")
  Vector pixels();

  @Dense(units = 64, activation = RELU)
  Vector strokes();

  @Dense(units = 64, activation = RELU)
  Vector shapes();

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 10, activation = SOFTMAX)
  Vector digit();
}
