package io.tenon.plan;

/** What a regularizer adds to the loss. */
interface Penalty {
  /** What it adds now; one of a tensor also writes the gradient of that. */
  double evaluate();

  /** Adds the gradient of one of a weight, after the way back. */
  default void addWeightGradient() {}
}
