package io.tenon.file;

import io.tenon.hdf5.HdfDataset;
import io.tenon.plan.Parameters;

/** Weights as arrays of a file. */
final class WeightValues {
  private WeightValues() {}

  /** A weight, taken when the file is written. */
  static HdfDataset of(KerasLayer.Weight weight, Parameters parameters) {
    return HdfDataset.floats(
        weight.shape(),
        () -> parameters.weight(weight.layer(), weight.spec().name()).dup('c').data().asFloat());
  }
}
