package io.tenon.preprocessing.image;

import io.tenon.data.DataException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Brings the values of images to a scale: Keras's {@code standardize}, with what it learns of a
 * data set in {@code fit}. Never changes once made.
 */
final class Standardizer {
  // What keeps Keras from dividing by a deviation of 0.
  private static final double EPSILON = 1e-6;

  private final ImageOptions options;
  private final double @Nullable [] mean;
  private final double @Nullable [] deviation;
  private final @Nullable INDArray whitening;

  private Standardizer(
      ImageOptions options,
      double @Nullable [] mean,
      double @Nullable [] deviation,
      @Nullable INDArray whitening) {
    this.options = options;
    this.mean = mean;
    this.deviation = deviation;
    this.whitening = whitening;
  }

  /** One that knows no data set. */
  static Standardizer of(ImageOptions options) {
    return new Standardizer(options, null, null, null);
  }

  /**
   * One that knows a data set.
   *
   * @param images of one shape
   */
  static Standardizer fitted(ImageOptions options, Iterable<Picture> images, int count) {
    double[] flat = null;
    int width = 0;
    int channels = 1;
    int at = 0;
    for (Picture image : images) {
      if (flat == null) {
        width = image.pixels().length;
        channels = image.channels();
        flat = new double[Math.multiplyExact(width, count)];
      }
      for (float pixel : image.pixels()) {
        flat[at++] = pixel;
      }
    }
    if (flat == null) {
      throw new DataException("there are no images to fit on");
    }
    double[] mean = null;
    double[] deviation = null;
    INDArray whitening = null;
    if (options.featurewiseCenter) {
      mean = ChannelStatistics.mean(flat, channels);
      subtract(flat, mean);
    }
    if (options.featurewiseStdNormalization) {
      deviation = ChannelStatistics.deviation(flat, channels);
      divide(flat, deviation);
    }
    if (options.zcaWhitening) {
      INDArray rows = Nd4j.createFromArray(flat).reshape('c', count, width);
      whitening = ZcaWhitening.matrix(rows, options.zcaEpsilon);
    }
    return new Standardizer(options, mean, deviation, whitening);
  }

  /** The picture on that scale; the given one stays as it is. */
  Picture apply(Picture picture) {
    Picture source = options.preprocessingFunction().map(f -> call(f, picture)).orElse(picture);
    if (onlyScales()) {
      return scaled(source);
    }
    // In float64: whitening multiplies what rounding leaves by up to 1 / sqrt(zcaEpsilon).
    double[] values = new double[source.pixels().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = source.pixels()[i] * options.rescale;
    }
    bySample(values);
    byFeature(values, source.channels());
    if (options.zcaWhitening) {
      values = whiten(values);
    }
    float[] pixels = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      pixels[i] = (float) values[i];
    }
    return new Picture(pixels, source.height(), source.width(), source.channels());
  }

  private boolean onlyScales() {
    return !options.samplewiseCenter
        && !options.samplewiseStdNormalization
        && !options.featurewiseCenter
        && !options.featurewiseStdNormalization
        && !options.zcaWhitening;
  }

  private Picture scaled(Picture source) {
    float[] pixels = new float[source.pixels().length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (float) (source.pixels()[i] * options.rescale);
    }
    return new Picture(pixels, source.height(), source.width(), source.channels());
  }

  private static Picture call(UnaryOperator<INDArray> function, Picture picture) {
    INDArray result = function.apply(picture.toArray());
    long[] expected = {picture.height(), picture.width(), picture.channels()};
    if (!Arrays.equals(expected, result.shape())) {
      throw new DataException(
          "preprocessingFunction must keep the shape of an image, %s, but gave %s"
              .formatted(Arrays.toString(expected), Arrays.toString(result.shape())));
    }
    return Picture.of(result);
  }

  private void bySample(double[] values) {
    if (options.samplewiseCenter) {
      subtract(values, ChannelStatistics.mean(values, 1));
    }
    if (options.samplewiseStdNormalization) {
      divide(values, ChannelStatistics.deviation(values, 1));
    }
  }

  private void byFeature(double[] values, int channels) {
    if (options.featurewiseCenter) {
      subtract(values, learned(mean, channels));
    }
    if (options.featurewiseStdNormalization) {
      divide(values, learned(deviation, channels));
    }
  }

  private static void subtract(double[] values, double[] means) {
    for (int i = 0; i < values.length; i++) {
      values[i] -= means[i % means.length];
    }
  }

  private static void divide(double[] values, double[] deviations) {
    for (int i = 0; i < values.length; i++) {
      values[i] /= deviations[i % deviations.length] + EPSILON;
    }
  }

  private double[] whiten(double[] values) {
    INDArray matrix = Optional.ofNullable(whitening).orElseThrow(Standardizer::notFitted);
    if (matrix.size(0) != values.length) {
      throw new DataException(
          "an image has %d values, but whitening was fitted on images of %d"
              .formatted(values.length, matrix.size(0)));
    }
    INDArray row = Nd4j.createFromArray(values).reshape(1, values.length);
    return row.mmul(matrix).reshape(values.length).toDoubleVector();
  }

  private static double[] learned(double @Nullable [] statistic, int channels) {
    if (statistic == null) {
      throw notFitted();
    }
    if (statistic.length != channels) {
      throw new DataException(
          "an image has %d channels, but fit was given images of %d"
              .formatted(channels, statistic.length));
    }
    return statistic;
  }

  private static IllegalStateException notFitted() {
    return new IllegalStateException(
        "featurewise standardizing and ZCA whitening need to know the data set; call fit first");
  }
}
