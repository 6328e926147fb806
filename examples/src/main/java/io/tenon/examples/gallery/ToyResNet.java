package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.Padding.SAME;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.Vector;
import io.tenon.layer.Add;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Dense;
import io.tenon.layer.Dropout;
import io.tenon.layer.GlobalAveragePooling2D;
import io.tenon.layer.MaxPooling2D;

/**
 * Small photos told apart by a network with two shortcuts: the toy ResNet of Keras's guide <a
 * href="https://keras.io/guides/functional_api/">The Functional API</a>.
 */
@Model
public interface ToyResNet {
  @Input("32 32 3")
  Image photo();

  @Conv2D(filters = 32, kernelSize = 3, activation = RELU)
  Image edges(Image photo);

  @Conv2D(filters = 64, kernelSize = 3, activation = RELU)
  Image corners(Image edges);

  @MaxPooling2D(poolSize = 3)
  Image block1(Image corners);

  @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU)
  Image first2(Image block1);

  @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU)
  Image second2(Image first2);

  @Add
  Image block2(Image second2, Image block1);

  @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU)
  Image first3(Image block2);

  @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU)
  Image second3(Image first3);

  @Add
  Image block3(Image second3, Image block2);

  @Conv2D(filters = 64, kernelSize = 3, activation = RELU)
  Image shapes(Image block3);

  @GlobalAveragePooling2D
  Vector features(Image shapes);

  @Dense(units = 256, activation = RELU)
  Vector hidden(Vector features);

  @Dropout(0.5)
  Vector dropped(Vector hidden);

  @Output(loss = CATEGORICAL_CROSSENTROPY, metrics = ACCURACY)
  @Dense(units = 10, activation = SOFTMAX)
  Vector label(Vector dropped);
}
