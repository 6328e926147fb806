package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;

/** W1. */
@Sequential
interface Mlp {
  @Input("784")
  Vector pixels();

  @Dense(units = 512, activation = RELU)
  Vector hidden1();

  @Dropout(0.2)
  Vector kept1();

  @Dense(units = 512, activation = RELU)
  Vector hidden2();

  @Dropout(0.2)
  Vector kept2();

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Vector digit();
}
