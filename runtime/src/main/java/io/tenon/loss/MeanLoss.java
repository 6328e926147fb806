package io.tenon.loss;

/** A loss that is the mean, over a row, of a function of one label and one prediction. */
interface MeanLoss extends LossFunction {
  /** Keras's epsilon: what keeps logarithms and divisions from 0. */
  double EPSILON = 1e-7;

  /** The function. */
  double loss(double label, double prediction);

  /** Its derivative with respect to the prediction. */
  double slope(double label, double prediction);

  @Override
  default void evaluate(
      float[] predictions, float[] labels, double[] losses, float[] gradient, int rows, int width) {
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        sum += loss(labels[i], predictions[i]);
        gradient[i] = (float) (slope(labels[i], predictions[i]) / width);
      }
      losses[row] = sum / width;
    }
  }

  /** A value kept where logarithms are finite. */
  static double clip(double value) {
    // In floats, as Keras: 1 - 1e-7 is rounded there.
    return Math.min(Math.max(value, 1e-7f), 1 - 1e-7f);
  }
}
