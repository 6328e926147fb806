package io.tenon.metric;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import org.jspecify.annotations.Nullable;

/**
 * An output's predictions of one batch and the labels they are held against; all axes but the last
 * count rows.
 *
 * @param predictions (rows, width), row-major
 * @param labels floats of the same shape, or one int32 a row where labels are class numbers
 * @param sampleWeights how much samples count, (samples), the rows of each lying together; none for
 *     all alike
 * @param mask which steps of the output count, of 0 and 1, (samples, steps); none if all do. As in
 *     Keras, means over rows leave the others out
 * @param rows the number of rows
 * @param width the size of the output's last axis
 */
public record Observations(
    FloatBuffer predictions,
    Buffer labels,
    @Nullable FloatBuffer sampleWeights,
    @Nullable FloatBuffer mask,
    int rows,
    int width) {

  /** Observations whose samples all count alike. */
  public Observations(FloatBuffer predictions, Buffer labels, int rows, int width) {
    this(predictions, labels, null, null, rows, width);
  }

  /** Observations without a mask. */
  public Observations(
      FloatBuffer predictions,
      Buffer labels,
      @Nullable FloatBuffer sampleWeights,
      int rows,
      int width) {
    this(predictions, labels, sampleWeights, null, rows, width);
  }

  /** One prediction. */
  public float prediction(int row, int column) {
    return predictions.get(row * width + column);
  }

  /** One label; of a class number, 1 in the class's column and 0 elsewhere. */
  public float label(int row, int column) {
    return labels instanceof IntBuffer classes
        ? (classes.get(row) == column ? 1 : 0)
        : ((FloatBuffer) labels).get(row * width + column);
  }

  /** How much a row counts. */
  public float weight(int row) {
    return sampleWeights == null
        ? 1
        : sampleWeights.get((int) ((long) row * sampleWeights.capacity() / rows));
  }

  /** Whether a mask leaves a row out. */
  public boolean isMasked(int row) {
    return mask != null && mask.get((int) ((long) row * mask.capacity() / rows)) == 0;
  }

  /** The class of a row's label: its number, or the column of its largest value. */
  public int labelClass(int row) {
    return labels instanceof IntBuffer classes
        ? classes.get(row)
        : largest((FloatBuffer) labels, row);
  }

  /** The column of a row's largest prediction, the first of several. */
  public int predictedClass(int row) {
    return largest(predictions, row);
  }

  private int largest(FloatBuffer values, int row) {
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
