package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Embedding;
import io.tenon.layer.LSTM;

/** W3. */
@Sequential
interface Reviews {
  @Input("80")
  Tokens words();

  @Embedding(inputDim = 20_000, outputDim = 128)
  Series embedded();

  @LSTM(units = 128)
  Vector meaning();

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Vector opinion();
}
