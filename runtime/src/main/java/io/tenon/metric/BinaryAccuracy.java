package io.tenon.metric;

import java.nio.Buffer;
import java.nio.FloatBuffer;

/**
 * The share of predictions that lie on the label's side of 0.5, as Keras's {@code BinaryAccuracy}.
 */
final class BinaryAccuracy extends Mean {
  private static final float THRESHOLD = 0.5f;

  @Override
  public void update(FloatBuffer predictions, Buffer labels, int rows, int width) {
    FloatBuffer expected = (FloatBuffer) labels;
    int right = 0;
    for (int i = 0; i < rows * width; i++) {
      float rounded = predictions.get(i) > THRESHOLD ? 1 : 0;
      if (rounded == expected.get(i)) {
        right++;
      }
    }
    add(right, (long) rows * width);
  }
}
