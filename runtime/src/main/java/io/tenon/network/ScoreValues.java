package io.tenon.network;

import java.util.Map;

/** The loss and metrics of which a generated model makes its {@code Scores}. */
public final class ScoreValues {
  private final Map<String, Double> values;

  ScoreValues(Map<String, Double> values) {
    this.values = values;
  }

  /**
   * A score; NaN if it was not measured, since the builder has taken it out.
   *
   * @param name Keras's name of it, such as {@code digit_accuracy}
   */
  public double get(String name) {
    return values.getOrDefault(name, Double.NaN);
  }

  /**
   * Makes a model's {@code Scores}.
   *
   * @param <R> their type
   */
  @FunctionalInterface
  public interface Reader<R> {
    /** The scores of those values. */
    R read(ScoreValues values);
  }
}
