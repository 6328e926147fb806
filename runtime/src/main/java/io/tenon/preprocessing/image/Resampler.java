package io.tenon.preprocessing.image;

import java.util.Arrays;

/**
 * Looks an image up at other places, by B-splines: SciPy's {@code ndimage.affine_transform}. Order
 * 0 takes the nearest pixel, 1 is bilinear, 3 cubic.
 */
final class Resampler {
  private final Picture source;
  private final double cval;
  private final int order;
  private final int border;
  private final double[] coefficients;
  private final int height;
  private final int width;
  private final Taps rows;
  private final Taps columns;

  private Resampler(Picture source, FillMode fillMode, double cval, int order) {
    this.source = source;
    this.cval = cval;
    this.order = order;
    this.border = order > 1 && fillMode == FillMode.NEAREST ? SplineFilter.BORDER : 0;
    this.height = source.height() + 2 * border;
    this.width = source.width() + 2 * border;
    this.coefficients =
        order > 1 ? SplineFilter.apply(source, fillMode, order, border) : new double[0];
    this.rows = new Taps(order, fillMode, height);
    this.columns = new Taps(order, fillMode, width);
  }

  /** The image as a matrix shows it, of the same size. */
  static Picture apply(
      Picture source, AffineMatrix matrix, FillMode fillMode, double cval, int order) {
    return order == 1
        ? Bilinear.apply(source, matrix, fillMode, cval)
        : new Resampler(source, fillMode, cval, order).transform(matrix);
  }

  private Picture transform(AffineMatrix matrix) {
    Picture result = Picture.blank(source.height(), source.width(), source.channels());
    int at = 0;
    for (int r = 0; r < source.height(); r++) {
      for (int c = 0; c < source.width(); c++) {
        double row = matrix.rr() * r + matrix.rc() * c + matrix.r0() + border;
        double column = matrix.cr() * r + matrix.cc() * c + matrix.c0() + border;
        int end = at + source.channels();
        if (rows.place(row) && columns.place(column)) {
          for (int channel = 0; at < end; channel++) {
            result.pixels()[at++] = (float) weigh(channel);
          }
        } else {
          Arrays.fill(result.pixels(), at, end, (float) cval);
          at = end;
        }
      }
    }
    return result;
  }

  private double weigh(int channel) {
    double sum = 0;
    for (int i = 0; i <= order; i++) {
      int row = rows.at[i] * width;
      double inRow = 0;
      for (int j = 0; j <= order; j++) {
        int pixel = (row + columns.at[j]) * source.channels() + channel;
        inRow += columns.weights[j] * (order > 1 ? coefficients[pixel] : source.pixels()[pixel]);
      }
      sum += rows.weights[i] * inRow;
    }
    return sum;
  }
}
