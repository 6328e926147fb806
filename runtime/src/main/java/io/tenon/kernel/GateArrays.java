package io.tenon.kernel;

import io.tenon.layer.RecurrentSpec;

/**
 * The gates of some samples, an array for each gate: (gates, samples * units). Loops over arrays of
 * their own are vectorized, and longer than those over the units of one sample among its gates.
 */
final class GateArrays {
  final float[][] arrays;
  private final float[] rows;
  private final int units;

  GateArrays(RecurrentSpec spec, int samples) {
    this.units = spec.units();
    this.arrays = new float[spec.gates()][samples * units];
    this.rows = new float[samples * spec.gates() * units];
  }

  /** (samples, gates * units), as products have it; to be filled for {@link #split}. */
  float[] rows() {
    return rows;
  }

  /** Fills the arrays from the rows. */
  void split() {
    int place = 0;
    for (int from = 0; from < rows.length; place += units) {
      for (float[] gate : arrays) {
        System.arraycopy(rows, from, gate, place, units);
        from += units;
      }
    }
  }

  /** Fills the rows from the arrays, and gives them. */
  float[] joined() {
    int place = 0;
    for (int to = 0; to < rows.length; place += units) {
      for (float[] gate : arrays) {
        System.arraycopy(gate, place, rows, to, units);
        to += units;
      }
    }
    return rows;
  }
}
