package io.tenon.preprocessing.image;

import java.util.Arrays;

/** What transforms do to a picture, in the order and with the numbers of Keras's {@code affine}. */
final class ImageTransform {
  private static final double WHITE = 255;

  private final FillMode fillMode;
  private final double cval;
  private final int order;

  ImageTransform(FillMode fillMode, double cval, int order) {
    this.fillMode = fillMode;
    this.cval = cval;
    this.order = order;
  }

  /** Another picture, of the same size; the given one stays as it is. */
  Picture apply(Picture picture, TransformParameters transform) {
    AffineMatrix matrix = AffineMatrix.of(transform, picture.height(), picture.width());
    Picture result =
        matrix.equals(AffineMatrix.IDENTITY)
            ? copy(picture)
            : Resampler.apply(picture, matrix, fillMode, cval, order);
    if (transform.channelShiftIntensity() != 0) {
      shiftChannels(result, transform.channelShiftIntensity());
    }
    if (transform.flipHorizontal()) {
      flipHorizontal(result);
    }
    if (transform.flipVertical()) {
      flipVertical(result);
    }
    if (transform.brightness() != 1) {
      brighten(result, transform.brightness());
    }
    return result;
  }

  private static Picture copy(Picture picture) {
    return new Picture(
        picture.pixels().clone(), picture.height(), picture.width(), picture.channels());
  }

  private static void shiftChannels(Picture picture, double intensity) {
    float min = picture.min();
    float max = picture.max();
    float[] pixels = picture.pixels();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.min(Math.max(pixels[i] + (float) intensity, min), max);
    }
  }

  private static void flipHorizontal(Picture picture) {
    int channels = picture.channels();
    int row = picture.width() * channels;
    float[] pixels = picture.pixels();
    float[] flipped = new float[row];
    for (int from = 0; from < pixels.length; from += row) {
      for (int c = 0; c < picture.width(); c++) {
        System.arraycopy(pixels, from + c * channels, flipped, row - (c + 1) * channels, channels);
      }
      System.arraycopy(flipped, 0, pixels, from, row);
    }
  }

  private static void flipVertical(Picture picture) {
    int row = picture.width() * picture.channels();
    float[] pixels = picture.pixels();
    for (int top = 0, bottom = pixels.length - row; top < bottom; top += row, bottom -= row) {
      float[] kept = Arrays.copyOfRange(pixels, top, top + row);
      System.arraycopy(pixels, bottom, pixels, top, row);
      System.arraycopy(kept, 0, pixels, bottom, row);
    }
  }

  /**
   * Multiplies in whole steps of 0 to 255, as Keras does, which goes by way of an 8-bit image. What
   * does not lie between 0 and 255 is brought there first, and back.
   */
  private static void brighten(Picture picture, double factor) {
    float min = picture.min();
    float max = picture.max();
    boolean isScaled = (min < 0 || max > WHITE) && max > min;
    double scale = isScaled ? WHITE / (max - min) : 1;
    double offset = isScaled ? min : 0;
    float[] pixels = picture.pixels();
    for (int i = 0; i < pixels.length; i++) {
      double whole = Math.floor(Math.min(Math.max((pixels[i] - offset) * scale, 0), WHITE));
      double brightened = Math.floor(Math.min(whole * factor, WHITE));
      pixels[i] = (float) (brightened / scale + offset);
    }
  }
}
