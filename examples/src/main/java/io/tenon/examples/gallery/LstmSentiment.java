package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Bidirectional;
import io.tenon.layer.Dense;
import io.tenon.layer.Embedding;
import io.tenon.layer.LSTM;

/**
 * Reviews of films read forwards and backwards: Keras's example <a
 * href="https://keras.io/examples/nlp/bidirectional_lstm_imdb/">Bidirectional LSTM on IMDB</a>.
 */
@Sequential
public interface LstmSentiment {
  @Input("time")
  Tokens words();

  @Embedding(inputDim = 20_000, outputDim = 128)
  Series meanings();

  @Bidirectional
  @LSTM(units = 64, returnSequences = true)
  Series context();

  @Bidirectional
  @LSTM(units = 64)
  Vector summary();

  @Output(loss = BINARY_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 1, activation = SIGMOID)
  Vector good();
}
