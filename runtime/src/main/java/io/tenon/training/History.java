package io.tenon.training;

import io.tenon.problem.Suggestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was measured in each epoch of a training, by Keras's names: {@code loss}, {@code accuracy},
 * {@code val_loss} and so on. Immutable.
 */
public final class History {
  private final List<Map<String, Double>> epochs;

  History(List<Map<String, Double>> epochs) {
    List<Map<String, Double>> copy = new ArrayList<>();
    epochs.forEach(epoch -> copy.add(Collections.unmodifiableMap(new LinkedHashMap<>(epoch))));
    this.epochs = List.copyOf(copy);
  }

  /** The number of epochs. */
  public int size() {
    return epochs.size();
  }

  /** What was measured, epoch by epoch. */
  public List<Map<String, Double>> epochs() {
    return epochs;
  }

  /** The names of what was measured. */
  public List<String> names() {
    return epochs.isEmpty() ? List.of() : List.copyOf(epochs.get(0).keySet());
  }

  /**
   * One value for each epoch.
   *
   * @throws IllegalArgumentException if nothing of that name was measured, with the nearest name
   */
  public List<Double> values(String name) {
    if (!names().contains(name)) {
      throw new IllegalArgumentException(
          "the history has no \"%s\". %s".formatted(name, Suggestions.hint(name, names())));
    }
    return epochs.stream().map(epoch -> epoch.get(name)).toList();
  }

  /**
   * The value after the last epoch.
   *
   * @throws IllegalArgumentException if nothing of that name was measured
   */
  public double last(String name) {
    List<Double> values = values(name);
    return values.get(values.size() - 1);
  }

  /** A line for each epoch. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < epochs.size(); i++) {
      lines.add(EpochLine.of(i + 1, epochs.size(), epochs.get(i)));
    }
    return String.join("\n", lines);
  }
}
