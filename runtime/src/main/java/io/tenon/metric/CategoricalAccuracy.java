package io.tenon.metric;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * The share of rows whose largest prediction is that of the label, as Keras's {@code
 * CategoricalAccuracy} and, with class numbers, {@code SparseCategoricalAccuracy}.
 */
final class CategoricalAccuracy extends Mean {
  @Override
  public void update(FloatBuffer predictions, Buffer labels, int rows, int width) {
    int right = 0;
    for (int row = 0; row < rows; row++) {
      int expected =
          labels instanceof IntBuffer classes
              ? classes.get(row)
              : largest((FloatBuffer) labels, row, width);
      if (largest(predictions, row, width) == expected) {
        right++;
      }
    }
    add(right, rows);
  }

  private static int largest(FloatBuffer values, int row, int width) {
    int start = row * width;
    int best = 0;
    for (int i = 1; i < width; i++) {
      if (values.get(start + i) > values.get(start + best)) {
        best = i;
      }
    }
    return best;
  }
}
