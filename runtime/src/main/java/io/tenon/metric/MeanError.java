package io.tenon.metric;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.util.function.DoubleUnaryOperator;

/** The mean of a function of label less prediction, as Keras's mean errors. */
final class MeanError extends Mean {
  private final DoubleUnaryOperator error;

  MeanError(DoubleUnaryOperator error) {
    this.error = error;
  }

  @Override
  public void update(FloatBuffer predictions, Buffer labels, int rows, int width) {
    FloatBuffer expected = (FloatBuffer) labels;
    double sum = 0;
    for (int i = 0; i < rows * width; i++) {
      sum += error.applyAsDouble(expected.get(i) - predictions.get(i));
    }
    add(sum, (long) rows * width);
  }
}
