package io.tenon.metric;

import java.nio.Buffer;
import java.nio.FloatBuffer;

/** A metric that sees batches one after the other and can be asked for its value at any time. */
public interface MetricState {
  /** Forgets what it has seen. */
  void reset();

  /**
   * Takes in rows of one batch.
   *
   * @param predictions (rows, width), row-major
   * @param labels the labels of these rows: floats of the same shape, or one int32 a row where the
   *     loss takes class numbers
   * @param rows how many of them count
   * @param width the size of the output's last axis
   */
  void update(FloatBuffer predictions, Buffer labels, int rows, int width);

  /** The value over all that was seen; NaN before anything was. */
  double value();
}
