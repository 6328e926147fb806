package io.tenon.examples.digits;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.Padding.SAME;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;
import io.tenon.layer.Flatten;
import io.tenon.layer.MaxPooling2D;

/** Reads a digit from its picture: each parameter names the tensor that a layer reads. */
@Model
public interface DigitsCnn {
  @Input("8 8 1")
  Image picture();

  @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
  Image edges(Image picture);

  @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU)
  Image shapes(Image edges);

  @MaxPooling2D(poolSize = 2)
  Image smaller(Image shapes);

  @Flatten
  Vector features(Image smaller);

  @Dropout(0.5)
  Vector dropped(Vector features);

  @Dense(units = 128, activation = RELU)
  Vector hidden(Vector dropped);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 10, activation = SOFTMAX)
  Vector digit(Vector hidden);
}
