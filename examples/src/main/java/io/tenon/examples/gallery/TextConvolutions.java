package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Series;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Conv1D;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;
import io.tenon.layer.Embedding;
import io.tenon.layer.GlobalMaxPooling1D;

/**
 * Reviews of films read by convolutions over their words: Keras's example <a
 * href="https://keras.io/examples/nlp/text_classification_from_scratch/">Text classification from
 * scratch</a>. Of any length: {@code time} is an axis known only when it runs.
 */
@Sequential
public interface TextConvolutions {
  @Input("time")
  Tokens words();

  @Embedding(inputDim = 20_000, outputDim = 128)
  Series meanings();

  @Dropout(0.5)
  Series dropped();

  @Conv1D(filters = 128, kernelSize = 7, strides = 3, activation = RELU)
  Series phrases();

  @Conv1D(filters = 128, kernelSize = 7, strides = 3, activation = RELU)
  Series sentences();

  @GlobalMaxPooling1D
  Vector strongest();

  @Dense(units = 128, activation = RELU)
  Vector hidden();

  @Dropout(0.5)
  Vector hiddenDropped();

  @Output(loss = BINARY_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 1, activation = SIGMOID)
  Vector good();
}
