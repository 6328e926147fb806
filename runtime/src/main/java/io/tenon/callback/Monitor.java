package io.tenon.callback;

import io.tenon.problem.Suggestions;
import java.util.OptionalDouble;
import java.util.Set;

/** A measured value that is watched for getting better. */
final class Monitor {
  /** What is better larger, whatever stands before it in a name. */
  private static final Set<String> LARGER =
      Set.of(
          "accuracy",
          "precision",
          "recall",
          "f1_score",
          "auc",
          "auc_pr",
          "r2_score",
          "cosine_similarity",
          "mean_io_u",
          "true_positives",
          "true_negatives");

  private final String name;
  private boolean larger;

  Monitor(String name) {
    this.name = name;
    this.larger = LARGER.stream().anyMatch(end -> name.equals(end) || name.endsWith("_" + end));
  }

  /** Says which direction is better, where the name does not tell. */
  void mode(Mode mode) {
    this.larger = mode == Mode.MAX;
  }

  /** What any value is better than. */
  double worst() {
    return larger ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }

  /** Whether a value is better than another by more than a difference. */
  boolean improves(double value, double best, double minDelta) {
    return larger ? value - minDelta > best : value + minDelta < best;
  }

  /** Whether a value is at least as good as one that is enough. */
  boolean reaches(double value, double baseline) {
    return improves(value, baseline, 0);
  }

  /**
   * The value of this epoch, if it was measured in it: validation may come every few epochs only.
   */
  OptionalDouble value(Training training) {
    Double value = training.logs().get(name);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** Refuses, before training, a name that will not be measured. */
  void require(String callback, Training training) {
    if (!training.names().contains(name)) {
      throw unknown(callback, training);
    }
  }

  private IllegalArgumentException unknown(String callback, Training training) {
    String hint =
        name.startsWith("val_") && training.names().stream().noneMatch(n -> n.startsWith("val_"))
            ? "Give validationData or a validationSplit"
            : Suggestions.hint(name, training.names());
    return new IllegalArgumentException(
        "%s: %s watches \"%s\", which is not measured. %s"
            .formatted(training.graph().name(), callback, name, hint));
  }
}
