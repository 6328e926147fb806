package io.tenon.loss;

/**
 * mean(max(0, 1 - y p)), or its square; y is -1 or 1, and where all labels are 0 or 1, 0 is taken
 * for -1 as in Keras.
 *
 * @param squared whether each term is squared
 */
record HingeLoss(boolean squared) implements LossFunction {
  @Override
  public String kerasName() {
    return squared ? "squared_hinge" : "hinge";
  }

  @Override
  public void evaluate(
      float[] predictions, float[] labels, double[] losses, float[] gradient, int rows, int width) {
    boolean binary = isBinary(labels, rows * width);
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        double y = binary ? 2 * labels[i] - 1 : labels[i];
        double margin = Math.max(0, 1 - y * predictions[i]);
        sum += squared ? margin * margin : margin;
        double slope = squared ? 2 * margin : Math.signum(margin);
        gradient[i] = (float) (-y * slope / width);
      }
      losses[row] = sum / width;
    }
  }

  private static boolean isBinary(float[] labels, int count) {
    for (int i = 0; i < count; i++) {
      if (labels[i] != 0 && labels[i] != 1) {
        return false;
      }
    }
    return true;
  }
}
