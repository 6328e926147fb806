package io.tenon.optimizer;

import io.tenon.plan.TouchedRows;
import java.util.Arrays;

/**
 * The rows of a table of which a step gives few a gradient, as of an embedding. These alone are
 * updated at once; what the step does to others is put off until they are read or get a gradient,
 * and then done step by step: to the bit as if it had not been put off.
 */
final class LateRows {
  /** With fewer elements in the table, or fewer in a row, there is nothing to be gained. */
  private static final long LEAST_ELEMENTS = 1 << 14;

  private static final int LEAST_WIDTH = 32;

  /** Within so many steps each row is brought up to date once. */
  private static final int ROUND = Rule.MOST_DELAY / 2;

  private final BlockWorker.Shared shared;
  private final TouchedRows touched;
  private final int segment;

  /**
   * The last step that was done to each row; 0 if it had no gradient yet: then none does a thing.
   */
  private final int[] done;

  private int next;

  /**
   * Rows that are up to date.
   *
   * @param segment which weight the table is
   * @param steps how many steps were before
   */
  LateRows(BlockWorker.Shared shared, TouchedRows touched, int segment, long steps) {
    this.shared = shared;
    this.touched = touched;
    this.segment = segment;
    this.done = new int[touched.tableRows()];
    begin(steps);
  }

  /** Whether it is worth while for a table. */
  static boolean serve(TouchedRows touched) {
    return touched.width() >= LEAST_WIDTH
        && (long) touched.tableRows() * touched.width() >= LEAST_ELEMENTS;
  }

  /** Takes all rows to be up to date after so many steps. */
  void begin(long steps) {
    Arrays.fill(done, Math.toIntExact(steps));
  }

  /** Goes on to the next rows of the round, when all workers have done a step. */
  void endStep() {
    next = roundEnd() % done.length;
  }

  /** The share of the rows that one of so many threads has; a row is always the same thread's. */
  LateRowWorker worker(int first, int threads) {
    return new LateRowWorker(this, shared, touched, first, threads);
  }

  /** Brings a row up to date, if it is late: tells for how many steps. */
  int take(int row, long steps) {
    int late = done[row] > 0 ? (int) steps - done[row] : 0;
    if (late > 0) {
      done[row] = (int) steps;
    }
    return Math.max(0, late);
  }

  /** The same for a row that gets a gradient at a step: how many steps before are missing. */
  int takeForStep(int row, long step) {
    int late = done[row] > 0 ? (int) step - 1 - done[row] : 0;
    done[row] = (int) step;
    return late;
  }

  int rows() {
    return done.length;
  }

  /** The first row of this step's part of the round. */
  int roundBegin() {
    return next;
  }

  /** Where that part ends. */
  int roundEnd() {
    return Math.min(done.length, next + (done.length + ROUND - 1) / ROUND);
  }

  int segment() {
    return segment;
  }
}
