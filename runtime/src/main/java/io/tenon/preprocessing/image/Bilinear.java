package io.tenon.preprocessing.image;

import java.util.Arrays;

/**
 * Looks an image up between its pixels, in straight lines: what {@link Resampler} does for order 1,
 * the default, without its arrays of neighbours and weights.
 */
final class Bilinear {
  private final Picture source;
  private final FillMode fillMode;
  private final float cval;
  private final int height;
  private final int width;
  private final int channels;

  private Bilinear(Picture source, FillMode fillMode, double cval) {
    this.source = source;
    this.fillMode = fillMode;
    this.cval = (float) cval;
    this.height = source.height();
    this.width = source.width();
    this.channels = source.channels();
  }

  /** The image as a matrix shows it, of the same size. */
  static Picture apply(Picture source, AffineMatrix matrix, FillMode fillMode, double cval) {
    return new Bilinear(source, fillMode, cval).transform(matrix);
  }

  private Picture transform(AffineMatrix matrix) {
    Picture result = Picture.blank(height, width, channels);
    float[] pixels = result.pixels();
    int at = 0;
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        double row = matrix.rr() * r + matrix.rc() * c + matrix.r0();
        double column = matrix.cr() * r + matrix.cc() * c + matrix.c0();
        boolean inside = row >= 0 && row <= height - 1 && column >= 0 && column <= width - 1;
        if (!inside) {
          row = fillMode.map(row, height);
          column = fillMode.map(column, width);
        }
        if (row == FillMode.OUTSIDE || column == FillMode.OUTSIDE) {
          Arrays.fill(pixels, at, at + channels, cval);
        } else {
          look(row, column, pixels, at);
        }
        at += channels;
      }
    }
    return result;
  }

  private void look(double row, double column, float[] pixels, int at) {
    int top = (int) Math.floor(row);
    int left = (int) Math.floor(column);
    double down = row - top;
    double right = column - left;
    int upper = line(top) * width;
    int lower = (down == 0 ? line(top) : line(top + 1)) * width;
    int first = place(left);
    int second = right == 0 ? first : place(left + 1);
    float[] from = source.pixels();
    int upperLeft = (upper + first) * channels;
    int upperRight = (upper + second) * channels;
    int lowerLeft = (lower + first) * channels;
    int lowerRight = (lower + second) * channels;
    for (int channel = 0; channel < channels; channel++) {
      double above = (1 - right) * from[upperLeft + channel] + right * from[upperRight + channel];
      double below = (1 - right) * from[lowerLeft + channel] + right * from[lowerRight + channel];
      pixels[at + channel] = (float) ((1 - down) * above + down * below);
    }
  }

  private int line(int row) {
    return row >= 0 && row < height ? row : fillMode.tap(row, height);
  }

  private int place(int column) {
    return column >= 0 && column < width ? column : fillMode.tap(column, width);
  }
}
