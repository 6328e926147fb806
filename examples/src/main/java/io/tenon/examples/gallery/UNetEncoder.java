package io.tenon.examples.gallery;

import static io.tenon.Padding.SAME;

import io.tenon.Image;
import io.tenon.Input;
import io.tenon.layer.Add;
import io.tenon.layer.BatchNormalization;
import io.tenon.layer.Conv2D;
import io.tenon.layer.MaxPooling2D;
import io.tenon.layer.ReLU;
import io.tenon.layer.SeparableConv2D;

/**
 * The half of {@link UNet} that makes its picture smaller and looks wider. No model of its own: a
 * model that extends it takes its tensors over.
 */
interface UNetEncoder {
  @Input("160 160 3")
  Image photo();

  @Conv2D(filters = 32, kernelSize = 3, strides = 2, padding = SAME)
  Image entry(Image photo);

  @BatchNormalization
  Image evenEntry(Image entry);

  @ReLU
  Image block0(Image evenEntry);

  // From 80 x 80 to 40 x 40.
  @ReLU
  Image active1a(Image block0);

  @SeparableConv2D(filters = 64, kernelSize = 3, padding = SAME)
  Image down1a(Image active1a);

  @BatchNormalization
  Image even1a(Image down1a);

  @ReLU
  Image active1b(Image even1a);

  @SeparableConv2D(filters = 64, kernelSize = 3, padding = SAME)
  Image down1b(Image active1b);

  @BatchNormalization
  Image even1b(Image down1b);

  @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME)
  Image pooled1(Image even1b);

  @Conv2D(filters = 64, kernelSize = 1, strides = 2, padding = SAME)
  Image shortcut1(Image block0);

  @Add
  Image block1(Image pooled1, Image shortcut1);

  // From 40 x 40 to 20 x 20.
  @ReLU
  Image active2a(Image block1);

  @SeparableConv2D(filters = 128, kernelSize = 3, padding = SAME)
  Image down2a(Image active2a);

  @BatchNormalization
  Image even2a(Image down2a);

  @ReLU
  Image active2b(Image even2a);

  @SeparableConv2D(filters = 128, kernelSize = 3, padding = SAME)
  Image down2b(Image active2b);

  @BatchNormalization
  Image even2b(Image down2b);

  @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME)
  Image pooled2(Image even2b);

  @Conv2D(filters = 128, kernelSize = 1, strides = 2, padding = SAME)
  Image shortcut2(Image block1);

  @Add
  Image block2(Image pooled2, Image shortcut2);

  // From 20 x 20 to 10 x 10.
  @ReLU
  Image active3a(Image block2);

  @SeparableConv2D(filters = 256, kernelSize = 3, padding = SAME)
  Image down3a(Image active3a);

  @BatchNormalization
  Image even3a(Image down3a);

  @ReLU
  Image active3b(Image even3a);

  @SeparableConv2D(filters = 256, kernelSize = 3, padding = SAME)
  Image down3b(Image active3b);

  @BatchNormalization
  Image even3b(Image down3b);

  @MaxPooling2D(poolSize = 3, strides = 2, padding = SAME)
  Image pooled3(Image even3b);

  @Conv2D(filters = 256, kernelSize = 1, strides = 2, padding = SAME)
  Image shortcut3(Image block2);

  @Add
  Image block3(Image pooled3, Image shortcut3);
}
