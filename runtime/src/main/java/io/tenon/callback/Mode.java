package io.tenon.callback;

/** Which direction of a watched value is better. */
public enum Mode {
  /** Smaller is better, as of losses and errors. */
  MIN,
  /** Larger is better, as of accuracies. */
  MAX
}
