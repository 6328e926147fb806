package io.tenon.plan;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What stateful layers hand from batch to batch. Like weights they belong to a model and not to one
 * of its plans, so that training and prediction go on from one another; batches of another size
 * have states of their own.
 */
final class CarriedStates {
  private final Map<Key, float[]> states = new HashMap<>();

  private record Key(String owner, int index, int rows) {}

  /**
   * A state, (rows, units), 0 at first; whoever asks for it again gets the same array.
   *
   * @param owner the layer, or the direction of one
   */
  synchronized float[] of(String owner, int index, int rows, int units) {
    return states.computeIfAbsent(
        new Key(owner, index, rows), key -> new float[Math.multiplyExact(rows, units)]);
  }

  /** Sets all to 0. */
  synchronized void reset() {
    states.values().forEach(state -> Arrays.fill(state, 0));
  }
}
