package io.tenon.preprocessing.image;

import io.tenon.data.DataException;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An image in Java's memory, where single pixels are quick to reach.
 *
 * @param pixels (height, width, channels), row-major
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Picture(float[] pixels, int height, int width, int channels) {
  /** An image of zeros. */
  static Picture blank(int height, int width, int channels) {
    return new Picture(new float[height * width * channels], height, width, channels);
  }

  /** A copy of (height, width, channels). */
  static Picture of(INDArray image) {
    if (image.rank() != 3) {
      throw new DataException(
          "expected an image (height, width, channels), found shape "
              + Arrays.toString(image.shape()));
    }
    return new Picture(
        image.castTo(DataType.FLOAT).dup('c').data().asFloat(),
        (int) image.size(0),
        (int) image.size(1),
        (int) image.size(2));
  }

  /** (height, width, channels) float32. */
  INDArray toArray() {
    return Nd4j.createFromArray(pixels).reshape('c', height, width, channels);
  }

  float at(int row, int column, int channel) {
    return pixels[(row * width + column) * channels + channel];
  }

  float min() {
    float min = Float.POSITIVE_INFINITY;
    for (float pixel : pixels) {
      min = Math.min(min, pixel);
    }
    return min;
  }

  float max() {
    float max = Float.NEGATIVE_INFINITY;
    for (float pixel : pixels) {
      max = Math.max(max, pixel);
    }
    return max;
  }
}
