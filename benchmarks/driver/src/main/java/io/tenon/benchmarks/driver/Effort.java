package io.tenon.benchmarks.driver;

/**
 * How long to measure.
 *
 * @param warmup seconds before the first block of a training
 * @param blocks how many blocks the median is of
 * @param trainingBlock seconds
 * @param predictionBlock seconds
 */
record Effort(double warmup, int blocks, double trainingBlock, double predictionBlock) {
  /** What the table in the README is made with. */
  static final Effort FULL = new Effort(2.5, 5, 1, 0.5);

  /** A few seconds a cell, to see whether a change helps. */
  static final Effort QUICK = new Effort(1, 3, 0.5, 0.25);

  /** Blocks that are tried at most where others disturb them. */
  int attempts() {
    return 2 * blocks;
  }
}
