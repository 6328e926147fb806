package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import org.bytedeco.dnnl.memory;

/** An array over time, (batch, time, features), of which a step is read or written at a time. */
final class SequenceArray {
  private final HeapCopy copy;
  private final boolean timeMajor;
  private final int batch;
  private final int time;
  private final int features;
  private final int first;
  private final int rows;

  /**
   * An array.
   *
   * @param timeMajor whether it lies as (time, batch, features), so that a step is in one piece
   * @param shape (batch, time, features)
   * @param part the samples to read and write
   */
  SequenceArray(memory memory, boolean timeMajor, int[] shape, Share part) {
    this.copy = new HeapCopy(memory);
    this.timeMajor = timeMajor;
    this.batch = shape[0];
    this.time = shape[1];
    this.features = shape[2];
    this.first = part.first();
    this.rows = part.count();
  }

  /**
   * The layout (time, batch, features), with the axes in oneDNN's order: (batch, features, time).
   */
  static memory.desc timeMajor(long... shape) {
    return OneDnn.strided(
        new long[] {shape[0], shape[2], shape[1]}, new long[] {shape[2], 1, shape[0] * shape[2]});
  }

  /** Copies a step, (rows, features), to the heap. */
  void read(int step, float[] values) {
    if (timeMajor) {
      copy.read((step * batch + first) * features, values);
      return;
    }
    for (int row = 0; row < rows; row++) {
      copy.read(((first + row) * time + step) * features, values, row * features, features);
    }
  }

  /** Copies what {@link #writeArrays} has put in the place of a step. */
  void readArrays(int step, float[][] arrays) {
    int place = (step * batch + first) * features;
    for (float[] array : arrays) {
      copy.read(place, array);
      place += array.length;
    }
  }

  /** Puts arrays one after the other in the place of a step, which must be in one piece. */
  void writeArrays(int step, float[][] arrays) {
    int place = (step * batch + first) * features;
    for (float[] array : arrays) {
      copy.write(place, array);
      place += array.length;
    }
  }

  /** Copies a step, (rows, features), from the heap. */
  void write(int step, float[] values) {
    if (timeMajor) {
      copy.write((step * batch + first) * features, values);
      return;
    }
    for (int row = 0; row < rows; row++) {
      copy.write(((first + row) * time + step) * features, values, row * features, features);
    }
  }
}
