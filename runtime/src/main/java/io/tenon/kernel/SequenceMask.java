package io.tenon.kernel;

import java.util.Arrays;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** Which samples count at a step; where one does not, its rows are put back after the step. */
final class SequenceMask {
  private final @Nullable HeapCopy copy;
  private final int first;
  private final int batch;
  private final int time;

  /** (rows, time) of 0 and 1. */
  private final float[] counts;

  private final float[][] held;

  /**
   * A mask.
   *
   * @param mask (batch, time); null if all samples count at all steps
   */
  SequenceMask(@Nullable memory mask, Share part, int time, int units) {
    this.copy = mask == null ? null : new HeapCopy(mask);
    this.first = part.first();
    this.batch = part.count();
    this.time = time;
    this.counts = new float[mask == null ? 0 : batch * time];
    this.held = new float[2][mask == null ? 0 : batch * units];
  }

  /** Reads it for a batch. */
  void read() {
    if (copy != null) {
      copy.read(first * time, counts);
    }
  }

  /** Notes the states before a step. */
  void hold(float[][] states) {
    for (int i = 0; copy != null && i < states.length; i++) {
      System.arraycopy(states[i], 0, held[i], 0, states[i].length);
    }
  }

  /** Puts back the states of samples that the step leaves out. */
  void putBack(int step, float[][] states) {
    for (int i = 0; copy != null && i < states.length; i++) {
      copyWhere(0, step, held[i], states[i]);
    }
  }

  /** Copies the rows, of any width, of samples that count or of those that do not. */
  private void copyWhere(int value, int step, float[] from, float[] to) {
    int width = to.length / batch;
    for (int row = 0; row < batch; row++) {
      if (counts[row * time + step] == value) {
        System.arraycopy(from, row * width, to, row * width, width);
      }
    }
  }

  /** What is shown after a step: the new state where the sample counts, else what was before. */
  void show(int step, float[] hidden, float[] shown) {
    if (copy == null) {
      System.arraycopy(hidden, 0, shown, 0, hidden.length);
    } else {
      copyWhere(1, step, hidden, shown);
    }
  }

  /** Sets the rows of samples that a step leaves out to 0. */
  void clear(int step, float[] rows) {
    int width = rows.length / batch;
    for (int row = 0; copy != null && row < batch; row++) {
      if (counts[row * time + step] == 0) {
        Arrays.fill(rows, row * width, (row + 1) * width, 0);
      }
    }
  }

  /** The same of several arrays. */
  void clear(int step, float[][] arrays) {
    for (int i = 0; copy != null && i < arrays.length; i++) {
      clear(step, arrays[i]);
    }
  }

  /** Moves the gradient of what is shown to that of the state, where the sample counts. */
  void moveShown(int step, float[] shown, float[] hidden) {
    int width = shown.length / batch;
    for (int row = 0; row < batch; row++) {
      if (copy == null || counts[row * time + step] == 1) {
        add(shown, hidden, row * width, (row + 1) * width);
        Arrays.fill(shown, row * width, (row + 1) * width, 0);
      }
    }
  }

  private static void add(float[] from, float[] to, int start, int end) {
    for (int i = start; i < end; i++) {
      to[i] += from[i];
    }
  }
}
