package io.tenon.loss;

/** What is made of the losses of a batch's rows, as Keras's {@code reduction}. */
public enum Reduction {
  /** Their mean. */
  SUM_OVER_BATCH_SIZE,
  /** Their sum. */
  SUM
}
