package io.tenon.loss;

import io.tenon.ActivationFunction;

/**
 * A loss whose gradient before the output's activation is simple, and exact where the one after it
 * would be 0 / 0.
 */
interface FusedLoss extends LossFunction {
  /** Whether that is so for an activation. */
  boolean fusesWith(ActivationFunction activation);

  /**
   * The gradient of each row's loss with respect to what the activation read.
   *
   * @param predictions what the activation gave, (rows, width)
   * @param labels (rows, width)
   * @param gradient where it goes, (rows, width)
   */
  void gradientBeforeActivation(
      float[] predictions, float[] labels, float[] gradient, int rows, int width);
}
