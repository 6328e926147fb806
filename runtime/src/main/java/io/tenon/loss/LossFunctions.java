package io.tenon.loss;

import io.tenon.Loss;

/** The losses of {@code keras.losses}, each with its gradient beside it. */
final class LossFunctions {
  /** Keras keeps probabilities this far from 0 and 1. */
  private static final float EPSILON = 1e-7f;

  private LossFunctions() {}

  static LossFunction of(Loss loss) {
    return switch (loss) {
      case MEAN_SQUARED_ERROR -> LossFunctions::meanSquaredError;
      case CATEGORICAL_CROSSENTROPY, SPARSE_CATEGORICAL_CROSSENTROPY ->
          LossFunctions::categoricalCrossentropy;
      case BINARY_CROSSENTROPY -> LossFunctions::binaryCrossentropy;
      case NONE -> throw new IllegalArgumentException("no loss");
    };
  }

  private static double meanSquaredError(
      float[] predictions, float[] labels, float[] gradient, int rows, int width) {
    double sum = 0;
    for (int i = 0; i < rows * width; i++) {
      float error = predictions[i] - labels[i];
      sum += error * (double) error;
      gradient[i] = 2 * error / width;
    }
    return sum / width;
  }

  /** -sum(label * log(p)), p scaled to sum to 1 in its row and clipped. */
  private static double categoricalCrossentropy(
      float[] predictions, float[] labels, float[] gradient, int rows, int width) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int start = row * width;
      double total = 0;
      double weight = 0;
      for (int i = start; i < start + width; i++) {
        total += predictions[i];
      }
      for (int i = start; i < start + width; i++) {
        double scaled = predictions[i] / total;
        double clipped = Math.min(Math.max(scaled, EPSILON), 1 - EPSILON);
        sum -= labels[i] * Math.log(clipped);
        // Where it is clipped, a prediction no longer changes the loss.
        boolean free = scaled == clipped;
        gradient[i] = free ? (-labels[i] / predictions[i]) : 0;
        weight += free ? labels[i] : 0;
      }
      for (int i = start; i < start + width; i++) {
        gradient[i] += (float) (weight / total);
      }
    }
    return sum;
  }

  private static double binaryCrossentropy(
      float[] predictions, float[] labels, float[] gradient, int rows, int width) {
    double sum = 0;
    for (int i = 0; i < rows * width; i++) {
      double p = Math.min(Math.max(predictions[i], EPSILON), 1 - EPSILON);
      sum -= labels[i] * Math.log(p) + (1 - labels[i]) * Math.log(1 - p);
      boolean free = predictions[i] > EPSILON && predictions[i] < 1 - EPSILON;
      gradient[i] = free ? (float) ((p - labels[i]) / (p * (1 - p)) / width) : 0;
    }
    return sum / width;
  }
}
