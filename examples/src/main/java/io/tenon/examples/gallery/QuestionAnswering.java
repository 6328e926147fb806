package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Apply;
import io.tenon.Image;
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

/**
 * Answers a question about a picture with one of a thousand words: the visual question answering
 * model of Keras 2's guide <a
 * href="https://github.com/keras-team/keras/blob/2.2.4/docs/templates/getting-started/functional-api-guide.md">Getting
 * started with the Keras functional API</a>.
 */
@Model
public interface QuestionAnswering {
  @Input("224 224 3")
  Image photo();

  @Input("100")
  Tokens question();

  PictureReader reader();

  @Apply
  Vector seen(PictureReader reader, Image photo);

  @Embedding(inputDim = 10_000, outputDim = 256)
  Series words(Tokens question);

  @LSTM(units = 256)
  Vector asked(Series words);

  @Concatenate
  Vector both(Vector asked, Vector seen);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 1000, activation = SOFTMAX)
  Vector answer(Vector both);
}
