package io.tenon.optimizer;

import io.tenon.plan.TouchedRows;
import java.util.Arrays;

/**
 * One thread's share of {@link LateRows}. Rows that are late for as many steps are copied to the
 * heap together, so that loops over them are long.
 */
final class LateRowWorker {
  /** How many rows are sorted at once by how late they are. */
  private static final int MOST = 4096;

  private final LateRows table;
  private final BlockWorker.Shared shared;
  private final TouchedRows touched;
  private final int first;
  private final int threads;
  private final int width;
  private final int[] rows = new int[MOST];
  private final int[] late = new int[MOST];
  private final int[] sorted = new int[MOST];
  private final int[] ends = new int[Rule.MOST_DELAY + 1];
  private int count;
  private final float[] weights;
  private final float[] gradients;
  private final float[] zeros;
  private final float[][] memories;

  /**
   * A share.
   *
   * @param first its first row
   * @param threads how many rows lie from one to the next
   */
  LateRowWorker(
      LateRows table, BlockWorker.Shared shared, TouchedRows touched, int first, int threads) {
    this.table = table;
    this.shared = shared;
    this.touched = touched;
    this.first = first;
    this.threads = threads;
    this.width = touched.width();
    int block = Math.max(1, BlockWorker.BLOCK / width) * width;
    this.weights = new float[block];
    this.gradients = new float[block];
    this.zeros = new float[block];
    this.memories = new float[shared.memories.length][block];
  }

  /** Does a step to the rows that have a gradient, and lets no other wait too long. */
  void step(long step) {
    for (int i = 0; i < touched.count(); i++) {
      int row = touched.row(i);
      if (row % threads == first) {
        add(row, table.takeForStep(row, step), step, true);
      }
    }
    finish(step, true);
    for (int row = table.roundBegin(); row < table.roundEnd(); row++) {
      catchUp(row, step);
    }
    finish(step, false);
  }

  /** Brings some rows up to date; one may be among them more than once. */
  void catchUp(int[] wanted, int number, long steps) {
    for (int i = 0; i < number; i++) {
      catchUp(wanted[i], steps);
    }
    finish(steps, false);
  }

  /** Brings all rows up to date. */
  void catchUp(long steps) {
    for (int row = first; row < table.rows(); row += threads) {
      catchUp(row, steps);
    }
    finish(steps, false);
  }

  private void catchUp(int row, long steps) {
    if (row % threads == first) {
      int by = table.take(row, steps);
      if (by > 0) {
        add(row, by, steps, false);
      }
    }
  }

  private void add(int row, int by, long steps, boolean withGradient) {
    rows[count] = row;
    late[count] = by;
    count++;
    if (count == MOST) {
      finish(steps, withGradient);
    }
  }

  /** Does what was collected. */
  private void finish(long steps, boolean withGradient) {
    Arrays.fill(ends, 0);
    for (int i = 0; i < count; i++) {
      ends[late[i]]++;
    }
    for (int by = 1; by < ends.length; by++) {
      ends[by] += ends[by - 1];
    }
    for (int i = count - 1; i >= 0; i--) {
      sorted[--ends[late[i]]] = rows[i];
    }
    // Now each entry of ends is where its rows begin.
    for (int by = 0; by < ends.length; by++) {
      int end = by + 1 < ends.length ? ends[by + 1] : count;
      for (int from = ends[by]; from < end; from += weights.length / width) {
        update(from, Math.min(end, from + weights.length / width), by, steps, withGradient);
      }
    }
    count = 0;
  }

  private void update(int from, int to, int by, long steps, boolean withGradient) {
    int length = (to - from) * width;
    for (int i = from; i < to; i++) {
      read(sorted[i], (i - from) * width, withGradient);
    }
    long last = withGradient ? steps - 1 : steps;
    for (long step = last - by + 1; step <= last; step++) {
      shared.rule.catchUp(step, weights, zeros, memories, length);
      Subnormals.clear(step, memories, length);
    }
    if (withGradient) {
      float scale = shared.scales[table.segment()];
      BlockWorker.clip(shared.options.clipping(), gradients, scale, length);
      shared.rule.update(weights, gradients, memories, length);
      Subnormals.clear(steps, memories, length);
    }
    boolean moved = withGradient || shared.rule.movesWithoutGradient();
    for (int i = from; i < to; i++) {
      write(sorted[i], (i - from) * width, moved);
    }
  }

  private int place(int row) {
    return (int) (touched.offset() + (long) row * width);
  }

  private void read(int row, int start, boolean withGradient) {
    int place = place(row);
    shared.weights.get(place, weights, start, width);
    for (int i = 0; i < memories.length; i++) {
      shared.memories[i].read(place, memories[i], start, width);
    }
    if (withGradient) {
      shared.gradients.get(place, gradients, start, width);
    }
  }

  private void write(int row, int start, boolean moved) {
    int place = place(row);
    if (moved) {
      shared.weights.put(place, weights, start, width);
    }
    for (int i = 0; i < memories.length; i++) {
      shared.memories[i].write(place, memories[i], start, width);
    }
  }
}
