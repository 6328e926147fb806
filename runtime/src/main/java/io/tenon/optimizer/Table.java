package io.tenon.optimizer;

import io.tenon.plan.TouchedRows;
import java.util.Arrays;

/**
 * A weight of which a step changes few rows, such as the words of an embedding, under a {@link
 * Rule} that {@linkplain Rule#rests rests} without a gradient. The rows that a step does not touch
 * are left alone; what becomes of their memories meanwhile is made up for when a row is next
 * touched, or all of them are asked for. So the result is that of going through all rows at every
 * step.
 */
final class Table {
  private final TouchedRows touched;
  private final int segment;

  /** The step after which each row's memories are as they should be. */
  private final int[] current;

  /**
   * A table.
   *
   * @param segment which of the weights it is
   * @param steps how many steps were done, on all rows
   */
  Table(TouchedRows touched, int segment, long steps) {
    this.touched = touched;
    this.segment = segment;
    this.current = new int[touched.rows()];
    begin(steps);
  }

  /** Whether it is that of the weights. */
  boolean is(int segment) {
    return this.segment == segment;
  }

  /** The memories of all rows are as they should be after so many steps. */
  void begin(long steps) {
    Arrays.fill(current, Math.toIntExact(steps));
  }

  /**
   * Updates the touched rows that are one worker's.
   *
   * @param share which of them: every so many rows, from one on
   */
  void update(BlockWorker worker, int share, int shares, long step) {
    for (int i = 0; i < touched.count(); i++) {
      int row = touched.row(i);
      if (row % shares == share && current[row] < step) {
        int missed = Math.toIntExact(step - 1 - current[row]);
        for (int from = 0; from < touched.width(); from += BlockWorker.BLOCK) {
          worker.update(offset(row, from), count(from), segment, missed);
        }
        current[row] = (int) step;
      }
    }
  }

  /** Makes up for all that was missed. */
  void settle(BlockWorker worker, long steps) {
    for (int row = 0; row < current.length; row++) {
      int missed = Math.toIntExact(steps - current[row]);
      for (int from = 0; missed > 0 && from < touched.width(); from += BlockWorker.BLOCK) {
        worker.rest(offset(row, from), count(from), missed);
      }
    }
    begin(steps);
  }

  private int offset(int row, int from) {
    return Math.toIntExact(touched.offset() + (long) row * touched.width() + from);
  }

  private int count(int from) {
    return Math.min(BlockWorker.BLOCK, touched.width() - from);
  }
}
