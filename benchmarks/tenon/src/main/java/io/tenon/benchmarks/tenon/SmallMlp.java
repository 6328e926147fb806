package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Dense;

/** W5. */
@Sequential
interface SmallMlp {
  @Input("20")
  Vector features();

  @Dense(units = 64, activation = RELU)
  Vector hidden1();

  @Dense(units = 64, activation = RELU)
  Vector hidden2();

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Vector answer();
}
