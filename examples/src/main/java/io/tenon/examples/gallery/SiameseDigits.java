package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

import io.tenon.Apply;
import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.BatchNormalization;
import io.tenon.layer.Dense;
import io.tenon.layer.Lambda;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Whether two pictures show different digits: Keras's example <a
 * href="https://keras.io/examples/vision/siamese_contrastive/">Image similarity estimation using a
 * Siamese network</a>, trained with binary cross-entropy. {@link DigitEmbedding} serves both, with
 * one set of weights.
 */
@Model
public interface SiameseDigits {
  @Input("28 28 1")
  Image left();

  @Input("28 28 1")
  Image right();

  DigitEmbedding embedding();

  @Apply
  Vector leftPlace(DigitEmbedding embedding, Image left);

  @Apply
  Vector rightPlace(DigitEmbedding embedding, Image right);

  /** The distance between both, never quite 0, where its square root would have no slope. */
  @Lambda(outputShape = "1")
  default SDVariable distance(SDVariable leftPlace, SDVariable rightPlace) {
    SDVariable squares = leftPlace.squaredDifference(rightPlace).sum(true, 1);
    return squares.getSameDiff().math().sqrt(squares.add(1e-7));
  }

  @BatchNormalization
  Vector evenDistance(Vector distance);

  @Output(loss = BINARY_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 1, activation = SIGMOID)
  Vector different(Vector evenDistance);
}
