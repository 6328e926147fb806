package io.tenon.loss;

/**
 * What training makes small, over rows: an output's last axis is a row, and all axes before it
 * count rows. {@link Losses} has Keras's; a model may have its own:
 *
 * <pre>{@code
 * final class Absolute implements LossFunction {
 *   public void evaluate(
 *       float[] predictions, float[] labels, double[] losses, float[] gradient, int rows, int width) {
 *     for (int i = 0; i < rows * width; i++) {
 *       losses[i / width] += Math.abs(predictions[i] - labels[i]);
 *       gradient[i] = Math.signum(predictions[i] - labels[i]);
 *     }
 *   }
 * }
 * }</pre>
 */
public interface LossFunction {
  /**
   * The loss of each row, and its gradient.
   *
   * @param predictions (rows, width), row-major
   * @param labels (rows, width); class numbers come as rows with a 1 at the class
   * @param losses where the loss of each row goes, (rows), all 0 at first
   * @param gradient where d(loss of a row)/d(prediction) goes, (rows, width)
   */
  void evaluate(
      float[] predictions, float[] labels, double[] losses, float[] gradient, int rows, int width);

  /** The name, by default the class's; Keras's losses have Keras's, such as {@code huber}. */
  default String kerasName() {
    return getClass().getSimpleName();
  }

  /** Whether labels are given as class numbers, one where the output has a row. */
  default boolean isSparse() {
    return false;
  }
}
