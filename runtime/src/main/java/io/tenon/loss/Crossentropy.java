package io.tenon.loss;

/** -sum(y log(p)) over rows, of probabilities or of logits, each with its gradient beside it. */
final class Crossentropy {
  private Crossentropy() {}

  /** Of probabilities, scaled to sum to 1 in their row and clipped. */
  static double ofProbabilities(
      float[] predictions, float[] labels, float[] gradient, int start, int width, double smooth) {
    double total = 0;
    for (int i = start; i < start + width; i++) {
      total += predictions[i];
    }
    double sum = 0;
    double weight = 0;
    for (int i = start; i < start + width; i++) {
      double y = Smoothing.smooth(labels[i], smooth, width);
      double scaled = predictions[i] / total;
      double clipped = MeanLoss.clip(scaled);
      sum -= y * Math.log(clipped);
      // Where it is clipped, a prediction no longer changes the loss.
      boolean free = scaled == clipped;
      gradient[i] = free ? (float) (-y / predictions[i]) : 0;
      weight += free ? y : 0;
    }
    for (int i = start; i < start + width; i++) {
      gradient[i] += (float) (weight / total);
    }
    return sum;
  }

  /** Of what a softmax would read. */
  static double ofLogits(
      float[] logits, float[] labels, float[] gradient, int start, int width, double smooth) {
    double largest = Double.NEGATIVE_INFINITY;
    for (int i = start; i < start + width; i++) {
      largest = Math.max(largest, logits[i]);
    }
    double total = 0;
    double weight = 0;
    for (int i = start; i < start + width; i++) {
      total += Math.exp(logits[i] - largest);
      weight += Smoothing.smooth(labels[i], smooth, width);
    }
    double logTotal = largest + Math.log(total);
    double sum = 0;
    for (int i = start; i < start + width; i++) {
      double y = Smoothing.smooth(labels[i], smooth, width);
      double logarithm = logits[i] - logTotal;
      sum -= y == 0 ? 0 : y * logarithm;
      gradient[i] = (float) (weight * Math.exp(logarithm) - y);
    }
    return sum;
  }
}
