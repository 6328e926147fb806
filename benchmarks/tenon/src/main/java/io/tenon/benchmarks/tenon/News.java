package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Concatenate;
import io.tenon.layer.Dense;
import io.tenon.layer.Embedding;
import io.tenon.layer.LSTM;

/** W4. */
@Model
interface News {
  @Input("100")
  Tokens mainInput();

  @Input("5")
  Vector auxInput();

  @Embedding(inputDim = 10_000, outputDim = 512)
  Series embedded(Tokens mainInput);

  @LSTM(units = 32)
  Vector lstm(Series embedded);

  @Concatenate
  Vector joined(Vector lstm, Vector auxInput);

  @Dense(units = 64, activation = RELU)
  Vector x1(Vector joined);

  @Dense(units = 64, activation = RELU)
  Vector x2(Vector x1);

  @Dense(units = 64, activation = RELU)
  Vector x3(Vector x2);

  @Output(loss = BINARY_CROSSENTROPY)
  @Dense(units = 1, activation = SIGMOID)
  Vector mainOutput(Vector x3);

  @Output(loss = BINARY_CROSSENTROPY, lossWeight = 0.2)
  @Dense(units = 1, activation = SIGMOID)
  Vector auxOutput(Vector lstm);
}
