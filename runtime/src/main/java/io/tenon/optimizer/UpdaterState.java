package io.tenon.optimizer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What an optimizer remembers between steps.
 *
 * @param steps how many steps it has made
 * @param learningRate the rate that was set in place of the optimizer's own, if any
 * @param memories by Keras's names, such as {@code velocity}: one number for each place in the flat
 *     buffer of trainable weights
 */
public record UpdaterState(long steps, OptionalDouble learningRate, Map<String, float[]> memories) {
  /** Refuses a negative number of steps. */
  public UpdaterState {
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be 0 or more, found " + steps);
    }
    memories = Collections.unmodifiableMap(new LinkedHashMap<>(memories));
  }
}
