package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Series;
import io.tenon.Tokens;
import io.tenon.Vector;
import io.tenon.layer.Add;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;
import io.tenon.layer.Embedding;
import io.tenon.layer.GlobalAveragePooling1D;
import io.tenon.layer.LayerNormalization;
import io.tenon.layer.MultiHeadAttention;

/**
 * Reviews of films read by attention: Keras's example <a
 * href="https://keras.io/examples/nlp/text_classification_with_transformer/">Text classification
 * with Transformer</a>. The numbers of the places, 0 to 199, are an input here.
 */
@Model
public interface TextTransformer {
  @Input("200")
  Tokens words();

  @Input("200")
  Tokens places();

  @Embedding(inputDim = 20_000, outputDim = 32)
  Series meanings(Tokens words);

  @Embedding(inputDim = 200, outputDim = 32)
  Series positions(Tokens places);

  @Add
  Series placed(Series meanings, Series positions);

  @MultiHeadAttention(numHeads = 2, keyDim = 32)
  Series attended(Series placed);

  @Dropout(0.1)
  Series attendedDropped(Series attended);

  @Add
  Series withAttention(Series placed, Series attendedDropped);

  @LayerNormalization(epsilon = 1e-6)
  Series even(Series withAttention);

  @Dense(units = 32, activation = RELU)
  Series wide(Series even);

  @Dense(units = 32)
  Series narrow(Series wide);

  @Dropout(0.1)
  Series narrowDropped(Series narrow);

  @Add
  Series withFeedForward(Series even, Series narrowDropped);

  @LayerNormalization(epsilon = 1e-6)
  Series encoded(Series withFeedForward);

  @GlobalAveragePooling1D
  Vector mean(Series encoded);

  @Dropout(0.1)
  Vector meanDropped(Vector mean);

  @Dense(units = 20, activation = RELU)
  Vector hidden(Vector meanDropped);

  @Dropout(0.1)
  Vector hiddenDropped(Vector hidden);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 2, activation = SOFTMAX)
  Vector opinion(Vector hiddenDropped);
}
