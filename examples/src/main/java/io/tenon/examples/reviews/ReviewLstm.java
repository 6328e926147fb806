package io.tenon.examples.reviews;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Dense;
import io.tenon.layer.Embedding;
import io.tenon.layer.LSTM;

/** Reads a review word by word, and says how likely it is a good one. */
@Sequential
public interface ReviewLstm {
  /** The number of words in a review; shorter ones are filled up, longer ones cut. */
  int LENGTH = 24;

  /** The number of words that are told apart. */
  int WORDS = 200;

  @Input("24")
  Tokens words();

  @Embedding(inputDim = WORDS, outputDim = 16, maskZero = true)
  Series meanings();

  @LSTM(units = 24)
  Vector understood();

  @Output(loss = BINARY_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 1, activation = SIGMOID)
  Vector good();
}
