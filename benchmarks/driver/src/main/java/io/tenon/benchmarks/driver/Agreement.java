package io.tenon.benchmarks.driver;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a system computes in the first steps from given weights, to be compared with another's.
 *
 * @param losses of the first steps
 * @param predictions for the first samples, before any step
 */
record Agreement(List<Double> losses, List<Double> predictions) {
  /** Steps that are compared. */
  static final int STEPS = 5;

  /** Samples whose predictions are compared. */
  static final int SAMPLES = 4;

  /** Of a loss, as a share of it: single precision, summed in other orders, over five steps. */
  private static final double TOLERANCE = 1e-3;

  static Agreement parse(String losses, String predictions) {
    return new Agreement(numbers(losses), numbers(predictions));
  }

  private static List<Double> numbers(String answer) {
    return Arrays.stream(answer.split(" ")).map(Double::valueOf).toList();
  }

  /** The largest difference, each as a share of what is expected. */
  double differenceFrom(Agreement expected) {
    return Math.max(
        difference(losses, expected.losses), difference(predictions, expected.predictions));
  }

  boolean agreesWith(Agreement expected) {
    return differenceFrom(expected) <= TOLERANCE;
  }

  private static double difference(List<Double> found, List<Double> expected) {
    if (found.size() != expected.size()) {
      return Double.POSITIVE_INFINITY;
    }
    double largest = 0;
    for (int i = 0; i < found.size(); i++) {
      double difference = Math.abs(found.get(i) / expected.get(i) - 1);
      largest = difference <= largest ? largest : difference; // NaN stays
    }
    return largest;
  }

  /** The losses, for people. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (double loss : losses) {
      text.append(String.format(Locale.ROOT, "%9.6f", loss));
    }
    return text.toString();
  }
}
