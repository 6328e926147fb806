package io.tenon.metric;

import io.tenon.loss.LossFunction;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/** The mean of a loss over rows, as Keras's mean errors and cross-entropies. */
final class LossMean extends Mean {
  private final LossFunction loss;
  private final DoubleUnaryOperator result;
  private final boolean readsMask;
  private float[] predictions = {};
  private float[] labels = {};
  private float[] gradient = {};
  private double[] losses = {};

  /**
   * The mean of a loss, through a function such as the square root.
   *
   * @param readsMask whether it leaves out what a mask does
   */
  LossMean(LossFunction loss, DoubleUnaryOperator result, boolean readsMask) {
    this.loss = loss;
    this.result = result;
    this.readsMask = readsMask;
  }

  @Override
  boolean readsMask() {
    return readsMask;
  }

  @Override
  public void update(Observations batch) {
    int rows = batch.rows();
    int width = batch.width();
    makeRoom(rows, width);
    batch.predictions().get(0, predictions, 0, rows * width);
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < width; i++) {
        labels[row * width + i] = batch.label(row, i);
      }
    }
    Arrays.fill(losses, 0);
    loss.evaluate(predictions, labels, losses, gradient, rows, width);
    super.update(batch);
  }

  private void makeRoom(int rows, int width) {
    if (losses.length < rows || labels.length < rows * width) {
      predictions = new float[rows * width];
      labels = new float[rows * width];
      gradient = new float[rows * width];
      losses = new double[rows];
    }
  }

  @Override
  double row(Observations batch, int row) {
    return losses[row];
  }

  @Override
  public double value() {
    return result.applyAsDouble(super.value());
  }
}
