package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.Padding.SAME;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.Sequential;
import io.tenon.Vector;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Flatten;
import io.tenon.layer.MaxPooling2D;

/** What {@link QuestionAnswering} makes of its picture. */
@Sequential
public interface PictureReader {
  @Input("224 224 3")
  Image photo();

  @Conv2D(filters = 64, kernelSize = 3, padding = SAME, activation = RELU)
  Image edges();

  @Conv2D(filters = 64, kernelSize = 3, activation = RELU)
  Image corners();

  @MaxPooling2D(poolSize = 2)
  Image smaller();

  @Conv2D(filters = 128, kernelSize = 3, padding = SAME, activation = RELU)
  Image curves();

  @Conv2D(filters = 128, kernelSize = 3, activation = RELU)
  Image textures();

  @MaxPooling2D(poolSize = 2)
  Image evenSmaller();

  @Conv2D(filters = 256, kernelSize = 3, padding = SAME, activation = RELU)
  Image parts();

  @Conv2D(filters = 256, kernelSize = 3, activation = RELU)
  Image shapes();

  @Conv2D(filters = 256, kernelSize = 3, activation = RELU)
  Image objects();

  @MaxPooling2D(poolSize = 2)
  Image smallest();

  @Flatten
  Vector features();
}
