package io.tenon.loss;

import java.util.Locale;

/** Losses that see a row as a whole. */
enum RowLoss implements LossFunction {
  /** sum(y log(y / p)), both clipped to between epsilon and 1. */
  KL_DIVERGENCE {
    @Override
    double row(float[] predictions, float[] labels, float[] gradient, int start, int end) {
      double sum = 0;
      for (int i = start; i < end; i++) {
        double y = Math.min(Math.max(labels[i], MeanLoss.EPSILON), 1);
        double p = Math.min(Math.max(predictions[i], MeanLoss.EPSILON), 1);
        sum += y * Math.log(y / p);
        gradient[i] = p == predictions[i] ? (float) (-y / p) : 0;
      }
      return sum;
    }
  },

  /** -cos(angle between label and prediction). */
  COSINE_SIMILARITY {
    @Override
    double row(float[] predictions, float[] labels, float[] gradient, int start, int end) {
      double dot = 0;
      double labelSquares = 0;
      double squares = 0;
      for (int i = start; i < end; i++) {
        dot += labels[i] * (double) predictions[i];
        labelSquares += labels[i] * (double) labels[i];
        squares += predictions[i] * (double) predictions[i];
      }
      double labelNorm = Math.max(Math.sqrt(labelSquares), MeanLoss.EPSILON);
      double norm = Math.max(Math.sqrt(squares), MeanLoss.EPSILON);
      double cosine = dot / (labelNorm * norm);
      // A norm below epsilon is held at it and no longer changes.
      double along = norm > MeanLoss.EPSILON ? cosine / (norm * norm) : 0;
      for (int i = start; i < end; i++) {
        gradient[i] = (float) (along * predictions[i] - labels[i] / (labelNorm * norm));
      }
      return -cosine;
    }
  },

  /** max(0, 1 + the largest prediction of a wrong class - that of the right one). */
  CATEGORICAL_HINGE {
    @Override
    double row(float[] predictions, float[] labels, float[] gradient, int start, int end) {
      double right = 0;
      int worst = start;
      double wrong = Double.NEGATIVE_INFINITY;
      for (int i = start; i < end; i++) {
        right += labels[i] * (double) predictions[i];
        double other = (1 - labels[i]) * (double) predictions[i];
        if (other > wrong) {
          wrong = other;
          worst = i;
        }
      }
      double loss = 1 + wrong - right;
      for (int i = start; i < end; i++) {
        float ofWrong = i == worst ? 1 - labels[i] : 0;
        gradient[i] = loss > 0 ? ofWrong - labels[i] : 0;
      }
      return Math.max(0, loss);
    }
  };

  /** The loss of the elements from start up to end. */
  abstract double row(float[] predictions, float[] labels, float[] gradient, int start, int end);

  @Override
  public void evaluate(
      float[] predictions, float[] labels, double[] losses, float[] gradient, int rows, int width) {
    for (int row = 0; row < rows; row++) {
      losses[row] = row(predictions, labels, gradient, row * width, (row + 1) * width);
    }
  }

  @Override
  public String kerasName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
