package io.tenon.loss;

import io.tenon.ActivationFunction;

/**
 * -(y log(p) + (1 - y) log(1 - p)), the mean over the last axis, as {@code
 * keras.losses.BinaryCrossentropy}.
 *
 * @param fromLogits whether predictions are what a sigmoid would read, in place of what it gives
 * @param labelSmoothing by which share labels are moved to 0.5; 0 to 1
 */
public record BinaryCrossentropy(boolean fromLogits, double labelSmoothing)
    implements MeanLoss, FusedLoss {

  /** Refuses a share out of range. */
  public BinaryCrossentropy {
    Smoothing.require(labelSmoothing);
  }

  /** The same of logits or of probabilities. */
  public BinaryCrossentropy withFromLogits(boolean fromLogits) {
    return new BinaryCrossentropy(fromLogits, labelSmoothing);
  }

  /** The same with labels moved by a share to 0.5. */
  public BinaryCrossentropy withLabelSmoothing(double labelSmoothing) {
    return new BinaryCrossentropy(fromLogits, labelSmoothing);
  }

  @Override
  public String kerasName() {
    return "binary_crossentropy";
  }

  @Override
  public boolean readsProbabilities() {
    return true;
  }

  @Override
  public double loss(double label, double prediction) {
    double y = Smoothing.smooth(label, labelSmoothing, 2);
    if (fromLogits) {
      double x = prediction;
      return Math.max(x, 0) - x * y + Math.log1p(Math.exp(-Math.abs(x)));
    }
    double p = MeanLoss.clip(prediction);
    return -y * Math.log(p) - (1 - y) * Math.log(1 - p);
  }

  @Override
  public double slope(double label, double prediction) {
    double y = Smoothing.smooth(label, labelSmoothing, 2);
    if (fromLogits) {
      return 1 / (1 + Math.exp(-prediction)) - y;
    }
    double p = MeanLoss.clip(prediction);
    // Where it is clipped, a prediction no longer changes the loss.
    return p == prediction ? (p - y) / (p * (1 - p)) : 0;
  }

  @Override
  public boolean fusesWith(ActivationFunction activation) {
    return activation == ActivationFunction.SIGMOID && !fromLogits;
  }

  @Override
  public void gradientBeforeActivation(
      float[] predictions, float[] labels, float[] gradient, int rows, int width) {
    for (int i = 0; i < rows * width; i++) {
      double y = Smoothing.smooth(labels[i], labelSmoothing, 2);
      gradient[i] = (float) ((predictions[i] - y) / width);
    }
  }
}
