package io.tenon.loss;

import io.tenon.ActivationFunction;
import java.util.OptionalInt;

/**
 * -sum(y log(p)), as {@code keras.losses.CategoricalCrossentropy} and {@code
 * SparseCategoricalCrossentropy}.
 *
 * @param isSparse whether labels are class numbers, in place of one-hot rows or probabilities
 * @param fromLogits whether predictions are what a softmax would read, in place of what it gives
 * @param labelSmoothing by which share labels are moved to the even distribution; 0 to 1, and 0 for
 *     class numbers as in Keras
 * @param ignoredClass a class number whose rows count for nothing, if there is one
 */
public record CategoricalCrossentropy(
    boolean isSparse, boolean fromLogits, double labelSmoothing, OptionalInt ignoredClass)
    implements FusedLoss {

  /** Refuses a share out of range. */
  public CategoricalCrossentropy {
    Smoothing.require(labelSmoothing);
    if (isSparse && labelSmoothing != 0) {
      throw new IllegalArgumentException(
          "class numbers cannot be smoothed; give one-hot rows to categoricalCrossentropy()");
    }
    if (!isSparse && ignoredClass.isPresent()) {
      throw new IllegalArgumentException(
          "rows have no class to ignore; give class numbers to sparseCategoricalCrossentropy()");
    }
  }

  /** The same of logits or of probabilities. */
  public CategoricalCrossentropy withFromLogits(boolean fromLogits) {
    return new CategoricalCrossentropy(isSparse, fromLogits, labelSmoothing, ignoredClass);
  }

  /**
   * The same with labels moved by a share to the even distribution.
   *
   * @throws IllegalArgumentException if labels are class numbers, or the share is not 0 to 1
   */
  public CategoricalCrossentropy withLabelSmoothing(double labelSmoothing) {
    return new CategoricalCrossentropy(isSparse, fromLogits, labelSmoothing, ignoredClass);
  }

  /**
   * The same but for rows of a class, such as one that means "not labelled": they count for
   * nothing, and the mean is that of the others.
   *
   * @throws IllegalArgumentException if labels are not class numbers
   */
  public CategoricalCrossentropy withIgnoredClass(int ignored) {
    return new CategoricalCrossentropy(
        isSparse, fromLogits, labelSmoothing, OptionalInt.of(ignored));
  }

  @Override
  public String kerasName() {
    return isSparse ? "sparse_categorical_crossentropy" : "categorical_crossentropy";
  }

  @Override
  public boolean readsProbabilities() {
    return !isSparse;
  }

  @Override
  public void evaluate(
      float[] predictions, float[] labels, double[] losses, float[] gradient, int rows, int width) {
    for (int row = 0; row < rows; row++) {
      int start = row * width;
      losses[row] =
          fromLogits
              ? Crossentropy.ofLogits(predictions, labels, gradient, start, width, labelSmoothing)
              : Crossentropy.ofProbabilities(
                  predictions, labels, gradient, start, width, labelSmoothing);
    }
  }

  @Override
  public boolean fusesWith(ActivationFunction activation) {
    return activation == ActivationFunction.SOFTMAX && !fromLogits;
  }

  @Override
  public void gradientBeforeActivation(
      float[] predictions, float[] labels, float[] gradient, int rows, int width) {
    for (int row = 0; row < rows; row++) {
      double weight = 0;
      for (int i = row * width; i < (row + 1) * width; i++) {
        weight += Smoothing.smooth(labels[i], labelSmoothing, width);
      }
      for (int i = row * width; i < (row + 1) * width; i++) {
        double y = Smoothing.smooth(labels[i], labelSmoothing, width);
        gradient[i] = (float) (weight * predictions[i] - y);
      }
    }
  }
}
