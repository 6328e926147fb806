package io.tenon.benchmarks.tenon;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;
import io.tenon.layer.Flatten;
import io.tenon.layer.MaxPooling2D;

/** W2. */
@Sequential
interface Cnn {
  @Input("28 28 1")
  Image picture();

  @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
  Image edges();

  @Conv2D(filters = 64, kernelSize = 3, activation = RELU)
  Image shapes();

  @MaxPooling2D(poolSize = 2)
  Image smaller();

  @Dropout(0.25)
  Image keptShapes();

  @Flatten
  Vector features();

  @Dense(units = 128, activation = RELU)
  Vector hidden();

  @Dropout(0.5)
  Vector keptHidden();

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @Dense(units = 10, activation = SOFTMAX)
  Vector digit();
}
