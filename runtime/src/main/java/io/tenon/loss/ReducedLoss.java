package io.tenon.loss;

import io.tenon.ActivationFunction;
import java.util.OptionalInt;

/** A loss with another reduction than its own. */
record ReducedLoss(LossFunction loss, Reduction reduction) implements FusedLoss {
  @Override
  public void evaluate(
      float[] predictions, float[] labels, double[] losses, float[] gradient, int rows, int width) {
    loss.evaluate(predictions, labels, losses, gradient, rows, width);
  }

  @Override
  public boolean fusesWith(ActivationFunction activation) {
    return loss instanceof FusedLoss simple && simple.fusesWith(activation);
  }

  @Override
  public void gradientBeforeActivation(
      float[] predictions, float[] labels, float[] gradient, int rows, int width) {
    ((FusedLoss) loss).gradientBeforeActivation(predictions, labels, gradient, rows, width);
  }

  @Override
  public String kerasName() {
    return loss.kerasName();
  }

  @Override
  public boolean isSparse() {
    return loss.isSparse();
  }

  @Override
  public OptionalInt ignoredClass() {
    return loss.ignoredClass();
  }

  @Override
  public boolean readsProbabilities() {
    return loss.readsProbabilities();
  }
}
