package io.tenon.preprocessing.image;

/**
 * Turns pixels into coefficients of B-splines of order 2 to 5 that pass through them: SciPy's
 * {@code ndimage.spline_filter}.
 */
final class SplineFilter {
  /**
   * How far SciPy repeats the border pixels before filtering, where the border is to be repeated.
   */
  static final int BORDER = 12;

  private static final double NEGLIGIBLE = 1e-18;

  private SplineFilter() {}

  /** Coefficients of (height + 2 border, width + 2 border, channels). */
  static double[] apply(Picture picture, FillMode fillMode, int order, int border) {
    int height = picture.height() + 2 * border;
    int width = picture.width() + 2 * border;
    int channels = picture.channels();
    double[] values = new double[height * width * channels];
    for (int r = 0; r < height; r++) {
      for (int c = 0; c < width; c++) {
        for (int channel = 0; channel < channels; channel++) {
          values[(r * width + c) * channels + channel] =
              picture.at(
                  Math.min(Math.max(r - border, 0), picture.height() - 1),
                  Math.min(Math.max(c - border, 0), picture.width() - 1),
                  channel);
        }
      }
    }
    boolean reflect = fillMode == FillMode.REFLECT || fillMode == FillMode.NEAREST;
    for (int i = 0; i < width * channels; i++) {
      line(values, i, width * channels, height, order, reflect);
    }
    for (int r = 0; r < height; r++) {
      for (int channel = 0; channel < channels; channel++) {
        line(values, r * width * channels + channel, channels, width, order, reflect);
      }
    }
    return values;
  }

  private static double[] poles(int order) {
    return switch (order) {
      case 2 -> new double[] {Math.sqrt(8) - 3};
      case 3 -> new double[] {Math.sqrt(3) - 2};
      case 4 ->
          new double[] {
            Math.sqrt(664 - Math.sqrt(438976)) + Math.sqrt(304) - 19,
            Math.sqrt(664 + Math.sqrt(438976)) - Math.sqrt(304) - 19
          };
      case 5 ->
          new double[] {
            Math.sqrt(67.5 - Math.sqrt(4436.25)) + Math.sqrt(26.25) - 6.5,
            Math.sqrt(67.5 + Math.sqrt(4436.25)) - Math.sqrt(26.25) - 6.5
          };
      default -> throw new AssertionError("no spline of order " + order);
    };
  }

  private static void line(
      double[] values, int from, int step, int length, int order, boolean reflect) {
    if (length == 1) {
      return;
    }
    for (double z : poles(order)) {
      double gain = (1 - z) * (1 - 1 / z);
      for (int i = 0; i < length; i++) {
        values[from + i * step] *= gain;
      }
      forward(values, from, step, length, z, reflect);
      backward(values, from, step, length, z, reflect);
    }
  }

  private static void forward(
      double[] values, int from, int step, int length, double z, boolean reflect) {
    FillMode outside = reflect ? FillMode.REFLECT : FillMode.CONSTANT;
    double first = 0;
    double power = 1;
    for (int k = 0; Math.abs(power) > NEGLIGIBLE; k++) {
      first += power * values[from + outside.tap(-k, length) * step];
      power *= z;
    }
    values[from] = first;
    for (int i = 1; i < length; i++) {
      values[from + i * step] += z * values[from + (i - 1) * step];
    }
  }

  private static void backward(
      double[] values, int from, int step, int length, double z, boolean reflect) {
    int last = from + (length - 1) * step;
    values[last] =
        reflect
            ? values[last] * z / (z - 1)
            : (values[last] + z * values[last - step]) * z / (z * z - 1);
    for (int i = length - 2; i >= 0; i--) {
      values[from + i * step] = z * (values[from + (i + 1) * step] - values[from + i * step]);
    }
  }
}
