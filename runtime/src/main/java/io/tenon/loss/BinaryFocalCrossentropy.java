package io.tenon.loss;

/**
 * Binary cross-entropy that counts what is nearly right for less, as {@code
 * keras.losses.BinaryFocalCrossentropy}; Lin et al., 2018.
 *
 * @param gamma how much less: the loss is multiplied by (1 - share of being right)^gamma; 0 or more
 * @param applyClassBalancing whether the loss of label 1 is multiplied by alpha, and that of label
 *     0 by 1 - alpha
 * @param alpha 0 to 1
 * @param fromLogits whether predictions are what a sigmoid would read
 * @param labelSmoothing by which share labels are moved to 0.5; 0 to 1
 */
public record BinaryFocalCrossentropy(
    double gamma,
    boolean applyClassBalancing,
    double alpha,
    boolean fromLogits,
    double labelSmoothing)
    implements MeanLoss {

  /** Refuses numbers out of range. */
  public BinaryFocalCrossentropy {
    Smoothing.require(labelSmoothing);
    if (!(gamma >= 0)) {
      throw new IllegalArgumentException("gamma must be 0 or more, found " + gamma);
    }
    if (!(alpha >= 0 && alpha <= 1)) {
      throw new IllegalArgumentException("alpha must be 0 to 1, found " + alpha);
    }
  }

  /** The same with another gamma. */
  public BinaryFocalCrossentropy withGamma(double gamma) {
    return new BinaryFocalCrossentropy(
        gamma, applyClassBalancing, alpha, fromLogits, labelSmoothing);
  }

  /** The same with the loss of label 1 multiplied by alpha, and that of label 0 by 1 - alpha. */
  public BinaryFocalCrossentropy withClassBalancing(double alpha) {
    return new BinaryFocalCrossentropy(gamma, true, alpha, fromLogits, labelSmoothing);
  }

  /** The same of logits or of probabilities. */
  public BinaryFocalCrossentropy withFromLogits(boolean fromLogits) {
    return new BinaryFocalCrossentropy(
        gamma, applyClassBalancing, alpha, fromLogits, labelSmoothing);
  }

  /** The same with labels moved by a share to 0.5. */
  public BinaryFocalCrossentropy withLabelSmoothing(double labelSmoothing) {
    return new BinaryFocalCrossentropy(
        gamma, applyClassBalancing, alpha, fromLogits, labelSmoothing);
  }

  @Override
  public String kerasName() {
    return "binary_focal_crossentropy";
  }

  @Override
  public boolean readsProbabilities() {
    return true;
  }

  @Override
  public double loss(double label, double prediction) {
    double y = Smoothing.smooth(label, labelSmoothing, 2);
    double p = probability(prediction);
    return balance(y) * Math.pow(1 - right(y, p), gamma) * crossentropy(y, p);
  }

  @Override
  public double slope(double label, double prediction) {
    double y = Smoothing.smooth(label, labelSmoothing, 2);
    double p = probability(prediction);
    double wrong = 1 - right(y, p);
    double ofFactor =
        gamma == 0 || wrong == 0
            ? 0
            : -gamma * Math.pow(wrong, gamma - 1) * (2 * y - 1) * crossentropy(y, p);
    double clipped = MeanLoss.clip(p);
    double ofCrossentropy = clipped == p ? Math.pow(wrong, gamma) * (p - y) / (p * (1 - p)) : 0;
    double chain = fromLogits ? p * (1 - p) : 1;
    return balance(y) * (ofFactor + ofCrossentropy) * chain;
  }

  private double probability(double prediction) {
    return fromLogits ? 1 / (1 + Math.exp(-prediction)) : prediction;
  }

  private static double right(double y, double p) {
    return y * p + (1 - y) * (1 - p);
  }

  private static double crossentropy(double y, double p) {
    double clipped = MeanLoss.clip(p);
    return -y * Math.log(clipped) - (1 - y) * Math.log(1 - clipped);
  }

  private double balance(double y) {
    return applyClassBalancing ? y * alpha + (1 - y) * (1 - alpha) : 1;
  }
}
