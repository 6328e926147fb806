package io.tenon.loss;

import java.util.OptionalInt;

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

  /** What is made of the losses of a batch's rows; their mean unless overridden. */
  default Reduction reduction() {
    return Reduction.SUM_OVER_BATCH_SIZE;
  }

  /** A class number whose rows count for nothing, for losses of class numbers; none by default. */
  default OptionalInt ignoredClass() {
    return OptionalInt.empty();
  }

  /** Whether labels are probabilities, which are refused outside 0 to 1. */
  default boolean readsProbabilities() {
    return false;
  }
}
