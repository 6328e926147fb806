package io.tenon.training;

/** How much training tells on standard output. */
public enum Verbosity {
  /** {@link #PROGRESS} on a terminal, else {@link #LINES}. */
  AUTO,
  /** Nothing. */
  SILENT,
  /** A line that moves while an epoch runs, and the epoch's line when it ends. */
  PROGRESS,
  /** A line for each epoch. */
  LINES;

  Verbosity resolve() {
    return this == AUTO ? (Terminal.isOutput() ? PROGRESS : LINES) : this;
  }
}
