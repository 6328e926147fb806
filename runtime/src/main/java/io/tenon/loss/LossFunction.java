package io.tenon.loss;

/**
 * A loss over rows: the output's last axis is a row, all axes before it count rows. Its value is
 * the mean over the rows.
 */
interface LossFunction {
  /**
   * The sum of the losses of all rows.
   *
   * @param predictions (rows, width)
   * @param labels (rows, width)
   * @param gradient where d(loss of a row)/d(prediction) goes, (rows, width)
   */
  double evaluate(float[] predictions, float[] labels, float[] gradient, int rows, int width);
}
