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

  /**
   * Changes a block of weights.
   *
   * @param weights (count)
   * @param gradients (count), clipped; may be overwritten
   * @param memories what is remembered, (memories, count)
   */
  void update(float[] weights, float[] gradients, float[][] memories, int count);

  /** For how many steps after one {@link #catchUp} can still make up for it. */
  int MOST_DELAY = 256;

  /** Whether {@link #catchUp} can make up for steps that were left out. */
  default boolean catchesUp() {
    return false;
  }

  /** Whether a step changes weights that have no gradient, not only what is remembered of them. */
  default boolean movesWithoutGradient() {
    return true;
  }

  /**
   * Does to a block what {@link #update} would have done, to the bit, at an earlier step with no
   * gradient there. Threads may do so at once.
   *
   * @param step which step it is, at most {@link #MOST_DELAY} before the last
   * @param zeros (count), all 0, and to be left so
   */
  default void catchUp(long step, float[] weights, float[] zeros, float[][] memories, int count) {
    throw new UnsupportedOperationException();
  }

  /** Multiplies a memory by a factor. */
  static void fade(float[] memory, float factor, int count) {
    for (int i = 0; i < count; i++) {
      memory[i] *= factor;
    }
  }
}
