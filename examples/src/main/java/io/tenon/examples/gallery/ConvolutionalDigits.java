package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;

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

/**
 * Digits read by two convolutions: Keras's example <a
 * href="https://keras.io/examples/vision/mnist_convnet/">Simple MNIST convnet</a>.
 */
@Sequential
public interface ConvolutionalDigits {
  @Input("28 28 1")
  Image picture();

  @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
  Image edges();

  @MaxPooling2D(poolSize = 2)
  Image smaller();

  @Conv2D(filters = 64, kernelSize = 3, activation = RELU)
  Image shapes();

  @MaxPooling2D(poolSize = 2)
  Image smallest();

  @Flatten
  Vector features();

  @Dropout(0.5)
  Vector dropped();

  @Output(loss = CATEGORICAL_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 10, activation = SOFTMAX)
  Vector digit();
}
