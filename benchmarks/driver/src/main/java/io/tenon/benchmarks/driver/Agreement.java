package io.tenon.benchmarks.driver;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What a system computes in the first steps from given weights, to be compared with another's.
 *
 * @param losses of the first steps; none of a system that does not train
 * @param predictions for the first samples, before any step
 */
record Agreement(List<Double> losses, List<Double> predictions) {
  /** Steps that are compared. */
  static final int STEPS = 5;

  /** Samples whose predictions are compared. */
  static final int SAMPLES = 4;

  /**
   * Of losses, as a share of what the steps change them by, and of predictions, as a share of
   * themselves: single precision, summed in other orders, over five steps.
   */
  private static final double TOLERANCE = 0.01;

  static Agreement parse(String losses, String predictions) {
    return new Agreement(numbers(losses), numbers(predictions));
  }

  private static List<Double> numbers(String answer) {
    return answer.isEmpty()
        ? List.of()
        : Arrays.stream(answer.split(" ")).map(Double::valueOf).toList();
  }

  /** The largest difference, as a share of what is expected. */
  double differenceFrom(Agreement expected) {
    boolean trains = !losses.isEmpty();
    if ((trains && losses.size() != expected.losses.size())
        || predictions.size() != expected.predictions.size()) {
      return Double.POSITIVE_INFINITY;
    }
    double change = Collections.max(expected.losses) - Collections.min(expected.losses);
    double largest = 0;
    for (int i = 0; i < losses.size(); i++) {
      largest = larger(largest, Math.abs(losses.get(i) - expected.losses.get(i)) / change);
    }
    for (int i = 0; i < predictions.size(); i++) {
      largest = larger(largest, Math.abs(predictions.get(i) / expected.predictions.get(i) - 1));
    }
    return largest;
  }

  /** NaN counts as largest of all. */
  private static double larger(double largest, double difference) {
    return difference <= largest ? largest : difference;
  }

  boolean agreesWith(Agreement expected) {
    return differenceFrom(expected) <= TOLERANCE;
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
