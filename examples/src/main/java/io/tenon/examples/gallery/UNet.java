package io.tenon.examples.gallery;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Padding.SAME;

import io.tenon.Image;
import io.tenon.Model;
import io.tenon.Output;
import io.tenon.layer.Add;
import io.tenon.layer.BatchNormalization;
import io.tenon.layer.Conv2D;
import io.tenon.layer.Conv2DTranspose;
import io.tenon.layer.ReLU;
import io.tenon.layer.UpSampling2D;

/**
 * Tells for each pixel whether it is of a pet, of what is behind it, or of the border: Keras's
 * example <a href="https://keras.io/examples/vision/oxford_pets_image_segmentation/">Image
 * segmentation with a U-Net-like architecture</a>.
 */
@Model
public interface UNet extends UNetEncoder {
  @ReLU
  Image active4a(Image block3);

  @Conv2DTranspose(filters = 256, kernelSize = 3, padding = SAME)
  Image up4a(Image active4a);

  @BatchNormalization
  Image even4a(Image up4a);

  @ReLU
  Image active4b(Image even4a);

  @Conv2DTranspose(filters = 256, kernelSize = 3, padding = SAME)
  Image up4b(Image active4b);

  @BatchNormalization
  Image even4b(Image up4b);

  @UpSampling2D
  Image larger4(Image even4b);

  @UpSampling2D
  Image wide4(Image block3);

  @Conv2D(filters = 256, kernelSize = 1, padding = SAME)
  Image shortcut4(Image wide4);

  @Add
  Image block4(Image larger4, Image shortcut4);

  @ReLU
  Image active5a(Image block4);

  @Conv2DTranspose(filters = 128, kernelSize = 3, padding = SAME)
  Image up5a(Image active5a);

  @BatchNormalization
  Image even5a(Image up5a);

  @ReLU
  Image active5b(Image even5a);

  @Conv2DTranspose(filters = 128, kernelSize = 3, padding = SAME)
  Image up5b(Image active5b);

  @BatchNormalization
  Image even5b(Image up5b);

  @UpSampling2D
  Image larger5(Image even5b);

  @UpSampling2D
  Image wide5(Image block4);

  @Conv2D(filters = 128, kernelSize = 1, padding = SAME)
  Image shortcut5(Image wide5);

  @Add
  Image block5(Image larger5, Image shortcut5);

  @ReLU
  Image active6a(Image block5);

  @Conv2DTranspose(filters = 64, kernelSize = 3, padding = SAME)
  Image up6a(Image active6a);

  @BatchNormalization
  Image even6a(Image up6a);

  @ReLU
  Image active6b(Image even6a);

  @Conv2DTranspose(filters = 64, kernelSize = 3, padding = SAME)
  Image up6b(Image active6b);

  @BatchNormalization
  Image even6b(Image up6b);

  @UpSampling2D
  Image larger6(Image even6b);

  @UpSampling2D
  Image wide6(Image block5);

  @Conv2D(filters = 64, kernelSize = 1, padding = SAME)
  Image shortcut6(Image wide6);

  @Add
  Image block6(Image larger6, Image shortcut6);

  @ReLU
  Image active7a(Image block6);

  @Conv2DTranspose(filters = 32, kernelSize = 3, padding = SAME)
  Image up7a(Image active7a);

  @BatchNormalization
  Image even7a(Image up7a);

  @ReLU
  Image active7b(Image even7a);

  @Conv2DTranspose(filters = 32, kernelSize = 3, padding = SAME)
  Image up7b(Image active7b);

  @BatchNormalization
  Image even7b(Image up7b);

  @UpSampling2D
  Image larger7(Image even7b);

  @UpSampling2D
  Image wide7(Image block6);

  @Conv2D(filters = 32, kernelSize = 1, padding = SAME)
  Image shortcut7(Image wide7);

  @Add
  Image block7(Image larger7, Image shortcut7);

  @Output(loss = SPARSE_CATEGORICAL_CROSSENTROPY)
  @Conv2D(filters = 3, kernelSize = 3, padding = SAME, activation = SOFTMAX)
  Image parts(Image block7);
}
