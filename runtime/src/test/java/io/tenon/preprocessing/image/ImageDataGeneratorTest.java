package io.tenon.preprocessing.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tenon.data.DataException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class ImageDataGeneratorTest {
  private static final INDArray IMAGE =
      Nd4j.createFromArray(1f, 2f, 3f, 4f, 5f, 6f, 7f, 8f, 9f).reshape('c', 3, 3, 1);

  private static float[] transformed(ImageDataGenerator generator, TransformParameters how) {
    return generator.applyTransform(IMAGE, how).dup('c').data().asFloat();
  }

  @Test
  void shiftsUpAndLeft() {
    ImageDataGenerator generator = ImageDataGenerator.of(image -> {});
    assertThat(transformed(generator, new TransformParameters().tx(1)))
        .containsExactly(4, 5, 6, 7, 8, 9, 7, 8, 9);
    assertThat(transformed(generator, new TransformParameters().ty(1)))
        .containsExactly(2, 3, 3, 5, 6, 6, 8, 9, 9);
  }

  @Test
  void leavesTheGivenImageAsItIs() {
    INDArray before = IMAGE.dup();
    ImageDataGenerator generator =
        ImageDataGenerator.of(image -> image.samplewiseCenter(true).rescale(2));
    generator.standardize(IMAGE);
    generator.applyTransform(IMAGE, new TransformParameters().flipVertical(true));
    assertThat(IMAGE).isEqualTo(before);
  }

  @Test
  void brightensInWholeStepsUpToWhite() {
    INDArray image = Nd4j.createFromArray(0.5f, 3f, 200f).reshape('c', 1, 3, 1);
    ImageDataGenerator generator = ImageDataGenerator.of(options -> {});
    assertThat(
            generator
                .applyTransform(image, new TransformParameters().brightness(1.5))
                .data()
                .asFloat())
        .containsExactly(0, 4, 255);
  }

  @Test
  void brightensOtherRangesWithinThem() {
    INDArray image = Nd4j.createFromArray(-255f, 0f, 255f).reshape('c', 1, 3, 1);
    ImageDataGenerator generator = ImageDataGenerator.of(options -> {});
    assertThat(
            generator
                .applyTransform(image, new TransformParameters().brightness(0.5))
                .data()
                .asFloat())
        .containsExactly(-255, 63 * 2 - 255, 127 * 2 - 255);
  }

  @Property(tries = 200)
  void drawsWithinTheRanges(@ForAll long seed) {
    ImageDataGenerator generator =
        ImageDataGenerator.of(
            image ->
                image
                    .rotationRange(30)
                    .heightShiftRange(0.5)
                    .widthShiftRange(3)
                    .shearRange(10)
                    .zoomRange(0.2)
                    .channelShiftRange(4)
                    .brightnessRange(0.5, 1.5));
    TransformParameters drawn = generator.randomTransformParameters(10, 20, seed);
    assertThat(drawn.theta()).isBetween(-30.0, 30.0);
    assertThat(drawn.tx()).isBetween(-5.0, 5.0);
    assertThat(drawn.ty()).isBetween(-3.0, 3.0);
    assertThat(drawn.shear()).isBetween(-10.0, 10.0);
    assertThat(drawn.zx()).isBetween(0.8, 1.2);
    assertThat(drawn.zy()).isBetween(0.8, 1.2);
    assertThat(drawn.channelShiftIntensity()).isBetween(-4.0, 4.0);
    assertThat(drawn.brightness()).isBetween(0.5, 1.5);
    assertThat(drawn.flipHorizontal()).isFalse();
    assertThat(drawn.toString())
        .isEqualTo(generator.randomTransformParameters(10, 20, seed).toString());
  }

  @Test
  void flipsAboutHalfOfTheImages() {
    ImageDataGenerator generator = ImageDataGenerator.of(image -> image.horizontalFlip(true));
    int flipped = 0;
    for (int seed = 0; seed < 1000; seed++) {
      flipped += generator.randomTransformParameters(2, 2, seed).flipHorizontal() ? 1 : 0;
    }
    assertThat(flipped).isBetween(450, 550);
  }

  @Test
  void whiteningMakesPixelsUncorrelated() {
    INDArray images = Nd4j.rand(DataType.DOUBLE, 50, 2, 2, 1).muli(9).castTo(DataType.FLOAT);
    ImageDataGenerator generator = ImageDataGenerator.of(image -> image.zcaWhitening(true));
    generator.fit(images);
    INDArray white = Nd4j.create(DataType.DOUBLE, 50, 4);
    for (int i = 0; i < 50; i++) {
      INDArray image =
          images.get(
              NDArrayIndex.point(i), NDArrayIndex.all(), NDArrayIndex.all(), NDArrayIndex.all());
      white.getRow(i).assign(generator.standardize(image).castTo(DataType.DOUBLE).reshape(4));
    }
    double[][] covariance = white.transpose().mmul(white).div(50).toDoubleMatrix();
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        assertThat(covariance[i][j]).isCloseTo(i == j ? 1 : 0, within(1e-5));
      }
    }
  }

  @Test
  void callsOnesOwnFunctionBeforeTheRest() {
    ImageDataGenerator generator =
        ImageDataGenerator.of(
            image -> image.preprocessingFunction(pixels -> pixels.add(1)).rescale(10));
    assertThat(generator.standardize(IMAGE).getFloat(0, 0, 0)).isEqualTo(20);
    ImageDataGenerator reshaping =
        ImageDataGenerator.of(
            image -> image.preprocessingFunction(pixels -> pixels.reshape(9, 1, 1)));
    assertThatThrownBy(() -> reshaping.standardize(IMAGE))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "preprocessingFunction must keep the shape of an image, [3, 3, 1], but gave [9, 1, 1]");
  }

  @Test
  void fitsOnTransformedImages() {
    ImageDataGenerator generator =
        ImageDataGenerator.of(
            image -> image.featurewiseCenter(true).horizontalFlip(true).verticalFlip(true));
    generator.fit(IMAGE.reshape('c', 1, 3, 3, 1), 3, 7);
    assertThat(generator.standardize(IMAGE).getFloat(1, 1, 0)).isEqualTo(0);
  }

  @Test
  void standardizingByTheDataSetNeedsIt() {
    ImageDataGenerator generator = ImageDataGenerator.of(image -> image.featurewiseCenter(true));
    assertThatThrownBy(() -> generator.standardize(IMAGE))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "featurewise standardizing and ZCA whitening need to know the data set; call fit"
                + " first");
    generator.fit(Nd4j.ones(2, 3, 3, 3));
    assertThatThrownBy(() -> generator.standardize(IMAGE))
        .hasMessage("an image has 1 channels, but fit was given images of 3");
    assertThatThrownBy(() -> generator.fit(IMAGE))
        .hasMessage("expected images (images, height, width, channels), found shape [3, 3, 1]");
  }

  @Test
  void refusesRangesThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageDataGenerator.of(image -> image.rotationRange(-1)))
        .withMessage("rotationRange must be 0 or more, found -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageDataGenerator.of(image -> image.zoomRange(1)))
        .withMessage(
            "zoomRange must be 0 or more and less than 1, found 1.0; zoomRange(from, to) takes"
                + " factors");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageDataGenerator.of(image -> image.brightnessRange(2, 1)))
        .withMessage("brightnessRange must go from one number up to another, found 2.0 to 1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageDataGenerator.of(image -> image.validationSplit(1)))
        .withMessage("validationSplit must be 0 or more and less than 1, found 1.0");
  }
}
