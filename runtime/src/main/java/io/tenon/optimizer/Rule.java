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
}
