package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.Loss.BINARY_CROSSENTROPY;
import static io.tenon.Padding.SAME;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Output;
import io.tenon.Sequential;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Conv2DTranspose;
import io.tenon.layer.MaxPooling2D;

/**
 * Takes the noise from pictures of digits: Keras's example <a
 * href="https://keras.io/examples/vision/autoencoder/">Convolutional autoencoder for image
 * denoising</a>.
 */
@Sequential
public interface Autoencoder {
  @Input("28 28 1")
  Image noisy();

  @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
  Image edges();

  @MaxPooling2D(poolSize = 2, padding = SAME)
  Image smaller();

  @Conv2D(filters = 32, kernelSize = 3, padding = SAME, activation = RELU)
  Image shapes();

  @MaxPooling2D(poolSize = 2, padding = SAME)
  Image code();

  @Conv2DTranspose(filters = 32, kernelSize = 3, strides = 2, padding = SAME, activation = RELU)
  Image larger();

  @Conv2DTranspose(filters = 32, kernelSize = 3, strides = 2, padding = SAME, activation = RELU)
  Image fullSize();

  @Output(loss = BINARY_CROSSENTROPY)
  @Conv2D(filters = 1, kernelSize = 3, padding = SAME, activation = SIGMOID)
  Image clean();
}
