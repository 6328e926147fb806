package io.tenon.optimizer;

import java.util.List;

/**
 * The arithmetic of an optimizer, weight by weight. It sees the weights in blocks, on the heap,
 * where its loops are vectorized; what it remembers lies beside them.
 */
interface Rule {
  /** Keras's names of what is remembered of each weight. */
  List<String> memories();

  /** What every number of a memory is at first. */
  default float initial(String memory) {
    return 0;
  }

  /**
   * Begins a step over all weights.
   *
   * @param rate the learning rate
   * @param step which step it is, counted from 1
   */
  void begin(double rate, long step);

  /** Whether a weight whose gradient is 0 stays as it is, whatever is remembered of it. */
  default boolean rests() {
    return false;
  }

  /**
   * What several updates by gradients of 0 make of memories, of a rule that {@linkplain #rests
   * rests}: the same bits. By default they stay too.
   *
   * @param memories what is remembered, (memories, count)
   */
  default void rest(float[][] memories, int count, int steps) {}

  /** Multiplies a memory by the same factor in several steps, each rounded. */
  static void fade(float[] memory, float factor, int count, int steps) {
    boolean changes = true;
    for (int step = 0; step < steps && changes; step++) {
      changes = false; // in the end all are 0, or too small to be rounded to less
      for (int i = 0; i < count; i++) {
        float faded = factor * memory[i];
        changes |= faded != memory[i];
        memory[i] = faded;
      }
    }
  }

  /**
   * Changes a block of weights.
   *
   * @param weights (count)
   * @param gradients (count), clipped; may be overwritten
   * @param memories what is remembered, (memories, count)
   */
  void update(float[] weights, float[] gradients, float[][] memories, int count);
}
