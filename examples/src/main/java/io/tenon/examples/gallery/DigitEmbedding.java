package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.TANH;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.AveragePooling2D;
import io.tenon.layer.BatchNormalization;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Flatten;

/** What {@link SiameseDigits} makes of each of its pictures: a place among others like it. */
@Sequential
public interface DigitEmbedding {
  @Input("28 28 1")
  Image picture();

  @BatchNormalization
  Image even();

  @Conv2D(filters = 4, kernelSize = 5, activation = TANH)
  Image edges();

  @AveragePooling2D(poolSize = 2)
  Image smaller();

  @Conv2D(filters = 16, kernelSize = 5, activation = TANH)
  Image shapes();

  @AveragePooling2D(poolSize = 2)
  Image smallest();

  @Flatten
  Vector features();

  @BatchNormalization
  Vector evenFeatures();

  @Dense(units = 10, activation = TANH)
  Vector place();
}
