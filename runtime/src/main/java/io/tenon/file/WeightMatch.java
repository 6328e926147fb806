package io.tenon.file;

import io.tenon.hdf5.HdfDataset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds the arrays of a layer in a file to the weights of one in a model. */
final class WeightMatch {
  private WeightMatch() {}

  /** Reads the arrays into an update; returns what does not fit, if anything. */
  static @Nullable String put(KerasLayer layer, StoredLayer stored, WeightUpdate update) {
    List<StoredLayer.Weight> arrays = stored.weights();
    List<KerasLayer.Weight> inFiles =
        stored.trainableFirst() ? layer.weightsTrainableFirst() : layer.weights();
    if (arrays.size() != inFiles.size()) {
      return "the layer \"%s\" has %d weights, the file has %d"
          .formatted(layer.name(), inFiles.size(), arrays.size());
    }
    // Some versions of Keras 2 have the weights of a model within layer by layer.
    List<KerasLayer.Weight> weights =
        !fits(inFiles, arrays) && fits(layer.weights(), arrays) ? layer.weights() : inFiles;
    List<HdfDataset> values = arrays.stream().map(StoredLayer.Weight::values).toList();
    CudnnWeights cudnn = CudnnWeights.of(layer, weights, values);
    if (cudnn != null) {
      cudnn.put(update);
      return null;
    }
    for (int i = 0; i < weights.size(); i++) {
      KerasLayer.Weight weight = weights.get(i);
      if (!weight.shape().equals(values.get(i).shape())) {
        return "the %s of \"%s\" has shape %s, the file has %s"
            .formatted(weight.spec().name(), weight.layer(), weight.shape(), values.get(i).shape());
      }
    }
    for (int i = 0; i < weights.size(); i++) {
      update.put(weights.get(i), values.get(i).floats());
    }
    return null;
  }

  /** Whether names and shapes are the same, one by one. */
  private static boolean fits(List<KerasLayer.Weight> weights, List<StoredLayer.Weight> arrays) {
    for (int i = 0; i < weights.size(); i++) {
      String name = weights.get(i).spec().name();
      String stored = arrays.get(i).name();
      if (!stored.isEmpty() && !name.substring(name.lastIndexOf('/') + 1).equals(stored)
          || !weights.get(i).shape().equals(arrays.get(i).values().shape())) {
        return false;
      }
    }
    return true;
  }
}
