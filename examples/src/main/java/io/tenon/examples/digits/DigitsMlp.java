package io.tenon.examples.digits;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;

/** Reads a digit from its 64 pixels: a chain, each method reading the one above. */
@Sequential
public interface DigitsMlp {
  @Input("64")
  Vector pixels();

  @Dense(units = 256, activation = RELU)
  Vector hidden();

  @Dropout(0.3)
  Vector dropped();

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 10, activation = SOFTMAX)
  Vector digit();
}
