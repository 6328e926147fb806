package io.tenon.file;

import io.tenon.hdf5.HdfDataset;
import java.util.List;

/**
 * A layer's weights in a file.
 *
 * @param name the layer's name, as far as the file tells it
 * @param weights its arrays, in order
 * @param trainableFirst whether those that train come first, also of several layers
 */
record StoredLayer(String name, List<Weight> weights, boolean trainableFirst) {
  /**
   * An array.
   *
   * @param name the last part of its name, such as {@code kernel}; empty if the file has only
   *     numbers
   */
  record Weight(String name, HdfDataset values) {}

  /** Whether it has any. */
  boolean hasWeights() {
    return !weights.isEmpty();
  }
}
