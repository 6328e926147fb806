package io.tenon.preprocessing.image;

import io.tenon.preprocessing.Require;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What is done to images: drawn at random for each, then standardized. Defaults are those of
 * Keras's {@code ImageDataGenerator}: nothing is done.
 */
public final class ImageOptions {
  private static final double ZCA_EPSILON = 1e-6;
  private static final int HIGHEST_ORDER = 5;

  boolean featurewiseCenter;
  boolean samplewiseCenter;
  boolean featurewiseStdNormalization;
  boolean samplewiseStdNormalization;
  boolean zcaWhitening;
  double zcaEpsilon = ZCA_EPSILON;
  double rotationRange;
  double widthShiftRange;
  double heightShiftRange;
  double shearRange;
  Range zoomRange = new Range(1, 1);
  double channelShiftRange;
  @Nullable Range brightnessRange;
  FillMode fillMode = FillMode.NEAREST;
  double cval;
  boolean horizontalFlip;
  boolean verticalFlip;
  double rescale = 1;
  double validationSplit;
  int interpolationOrder = 1;
  private @Nullable UnaryOperator<INDArray> preprocessingFunction;

  /** The defaults. */
  public ImageOptions() {}

  /** Whether the mean of each channel over the data set is taken off. Needs {@code fit}. */
  public ImageOptions featurewiseCenter(boolean center) {
    this.featurewiseCenter = center;
    return this;
  }

  /** Whether each image's own mean is taken off. */
  public ImageOptions samplewiseCenter(boolean center) {
    this.samplewiseCenter = center;
    return this;
  }

  /**
   * Whether each channel is divided by its deviation over the data set. Needs {@code fit}; centers
   * too, as in Keras.
   */
  public ImageOptions featurewiseStdNormalization(boolean normalize) {
    this.featurewiseStdNormalization = normalize;
    return this;
  }

  /** Whether each image is divided by its own deviation; centers too, as in Keras. */
  public ImageOptions samplewiseStdNormalization(boolean normalize) {
    this.samplewiseStdNormalization = normalize;
    return this;
  }

  /** Whether pixels are made uncorrelated over the data set. Needs {@code fit}; centers too. */
  public ImageOptions zcaWhitening(boolean whiten) {
    this.zcaWhitening = whiten;
    return this;
  }

  /**
   * What keeps whitening from dividing by 0. Default 1e-6.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public ImageOptions zcaEpsilon(double epsilon) {
    this.zcaEpsilon = Require.notNegative("zcaEpsilon", epsilon);
    return this;
  }

  /**
   * Rotation by up to so many degrees to either side. Default 0.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public ImageOptions rotationRange(double degrees) {
    this.rotationRange = Require.notNegative("rotationRange", degrees);
    return this;
  }

  /**
   * Shift to the left or right by up to a share of the width if less than 1, else by so many
   * pixels. Default 0.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public ImageOptions widthShiftRange(double reach) {
    this.widthShiftRange = Require.notNegative("widthShiftRange", reach);
    return this;
  }

  /**
   * Shift up or down by up to a share of the height if less than 1, else by so many pixels. Default
   * 0.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public ImageOptions heightShiftRange(double reach) {
    this.heightShiftRange = Require.notNegative("heightShiftRange", reach);
    return this;
  }

  /**
   * Shear by up to so many degrees to either side. Default 0.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public ImageOptions shearRange(double degrees) {
    this.shearRange = Require.notNegative("shearRange", degrees);
    return this;
  }

  /**
   * Zoom by 1 - reach to 1 + reach, rows and columns each for itself. Default 0.
   *
   * @throws IllegalArgumentException unless 0 or more and less than 1
   */
  public ImageOptions zoomRange(double reach) {
    if (!(reach >= 0 && reach < 1)) {
      throw new IllegalArgumentException(
          "zoomRange must be 0 or more and less than 1, found %s; zoomRange(from, to) takes factors"
              .formatted(reach));
    }
    this.zoomRange = Range.around(1, reach);
    return this;
  }

  /**
   * Zoom by factors from one to another, above 0; more than 1 shows more.
   *
   * @throws IllegalArgumentException if they are not above 0 and in order
   */
  public ImageOptions zoomRange(double from, double to) {
    if (!(from > 0)) {
      throw new IllegalArgumentException("zoomRange must be above 0, found " + from);
    }
    this.zoomRange = Range.ordered("zoomRange", from, to);
    return this;
  }

  /**
   * What is added to all values of an image, up to so much to either side, within the range it has.
   * Default 0.
   *
   * @throws IllegalArgumentException if less than 0
   */
  public ImageOptions channelShiftRange(double reach) {
    this.channelShiftRange = Require.notNegative("channelShiftRange", reach);
    return this;
  }

  /**
   * What values from 0 to 255 are multiplied by, from one factor to another. Default: nothing. As
   * in Keras values are cut to whole ones then, so that images from 0 to 1 need {@link #rescale}.
   *
   * @throws IllegalArgumentException if less than 0 or not in order
   */
  public ImageOptions brightnessRange(double from, double to) {
    Require.notNegative("brightnessRange", from);
    this.brightnessRange = Range.ordered("brightnessRange", from, to);
    return this;
  }

  /** What stands outside an image. Default {@link FillMode#NEAREST}. */
  public ImageOptions fillMode(FillMode fillMode) {
    this.fillMode = fillMode;
    return this;
  }

  /**
   * The value outside for {@link FillMode#CONSTANT}. Default 0.
   *
   * @throws IllegalArgumentException if infinite or not a number
   */
  public ImageOptions cval(double value) {
    this.cval = Require.finite("cval", value);
    return this;
  }

  /** Whether left and right are swapped in half of the images. Default false. */
  public ImageOptions horizontalFlip(boolean flip) {
    this.horizontalFlip = flip;
    return this;
  }

  /** Whether top and bottom are swapped in half of the images. Default false. */
  public ImageOptions verticalFlip(boolean flip) {
    this.verticalFlip = flip;
    return this;
  }

  /**
   * What all values are multiplied by, before anything else of standardizing. Default 1.
   *
   * @throws IllegalArgumentException if infinite or not a number
   */
  public ImageOptions rescale(double factor) {
    this.rescale = Require.finite("rescale", factor);
    return this;
  }

  /**
   * The share of images, the first ones, that {@code subset} VALIDATION gives. Default 0.
   *
   * @throws IllegalArgumentException unless 0 or more and less than 1
   */
  public ImageOptions validationSplit(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException(
          "validationSplit must be 0 or more and less than 1, found " + share);
    }
    this.validationSplit = share;
    return this;
  }

  /**
   * The order of the splines that find values between pixels: 0 for the nearest, 1 for bilinear, up
   * to 5. Default 1.
   *
   * @throws IllegalArgumentException unless 0 to 5
   */
  public ImageOptions interpolationOrder(int order) {
    if (order < 0 || order > HIGHEST_ORDER) {
      throw new IllegalArgumentException("interpolationOrder must be 0 to 5, found " + order);
    }
    this.interpolationOrder = order;
    return this;
  }

  /**
   * A function from (height, width, channels) to the same shape, called after the transform and
   * before the rest of standardizing, by several threads at once.
   */
  public ImageOptions preprocessingFunction(UnaryOperator<INDArray> function) {
    this.preprocessingFunction = function;
    return this;
  }

  Optional<UnaryOperator<INDArray>> preprocessingFunction() {
    return Optional.ofNullable(preprocessingFunction);
  }

  /** What one implies for another, as Keras does with a warning. */
  ImageOptions settled() {
    featurewiseCenter |= featurewiseStdNormalization || zcaWhitening;
    if (zcaWhitening) {
      featurewiseStdNormalization = false;
    }
    samplewiseCenter |= samplewiseStdNormalization;
    return this;
  }
}
