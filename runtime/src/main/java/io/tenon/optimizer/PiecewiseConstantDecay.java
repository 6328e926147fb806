package io.tenon.optimizer;

import java.util.List;

/**
 * One rate after the other: {@code values[0]} up to and with step {@code boundaries[0]}, and so on,
 * as Keras's {@code PiecewiseConstantDecay}.
 *
 * @param boundaries the last steps, counted from 0, of all values but the last; ascending
 * @param values the rates, one more than boundaries; none negative
 */
public record PiecewiseConstantDecay(List<Long> boundaries, List<Double> values)
    implements LearningRateSchedule {

  /** Refuses lists that do not fit each other, and boundaries out of order. */
  public PiecewiseConstantDecay {
    boundaries = List.copyOf(boundaries);
    values = List.copyOf(values);
    if (values.size() != boundaries.size() + 1) {
      throw new IllegalArgumentException(
          "values must be one more than boundaries, found %d values and %d boundaries"
              .formatted(values.size(), boundaries.size()));
    }
    for (int i = 1; i < boundaries.size(); i++) {
      if (boundaries.get(i) <= boundaries.get(i - 1)) {
        throw new IllegalArgumentException("boundaries must ascend, found " + boundaries);
      }
    }
    values.forEach(value -> Require.notNegative("a learning rate", value));
  }

  @Override
  public double at(long step) {
    int i = 0;
    while (i < boundaries.size() && step > boundaries.get(i)) {
      i++;
    }
    return values.get(i);
  }
}
