package io.tenon.file;

import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfDataset;
import io.tenon.hdf5.HdfException;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfLink;
import io.tenon.hdf5.HdfNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Weights as Keras 2 keeps them, and {@code .h5} still: {@code layer_names} names a group for each
 * layer, whose {@code weight_names} name its arrays, in order.
 */
final class LegacyWeights {
  private LegacyWeights() {}

  /** Whether a group holds weights in this way. */
  static boolean isIn(HdfGroup group) {
    return group.attributes().containsKey("layer_names")
        || group.attributes().containsKey("layer_names0");
  }

  /** The layers of a group that have weights. */
  static List<StoredLayer> read(HdfGroup group) {
    List<StoredLayer> layers = new ArrayList<>();
    for (String name : names(group, "layer_names")) {
      if (!(find(group, name) instanceof HdfGroup layer)) {
        throw new HdfException("it holds no group for the layer \"%s\"".formatted(name));
      }
      List<StoredLayer.Weight> weights = new ArrayList<>();
      for (String weight : names(layer, "weight_names")) {
        if (!(find(layer, weight) instanceof HdfDataset values)) {
          throw new HdfException("it holds no weight %s of %s".formatted(weight, name));
        }
        weights.add(new StoredLayer.Weight(lastPart(weight), values));
      }
      StoredLayer stored = new StoredLayer(name, weights, true);
      if (stored.hasWeights()) {
        layers.add(stored);
      }
    }
    return layers;
  }

  /** What lies at the end of a name with slashes; the name as it is comes first. */
  static @Nullable HdfNode find(HdfGroup group, String path) {
    HdfNode place = group;
    for (String name : path.split("/", -1)) {
      if (name.isEmpty()) {
        continue;
      }
      place = place instanceof HdfGroup inner ? inner.child(name) : null;
      if (place instanceof HdfLink link) {
        throw new HdfException("%s is %s, and links are not followed".formatted(name, link.kind()));
      }
    }
    return place;
  }

  /** {@code dense/kernel:0} as {@code kernel}. */
  private static String lastPart(String name) {
    return name.substring(name.lastIndexOf('/') + 1).replaceAll(":\\d+$", "");
  }

  /** Names in an attribute, which is split into several where it is long. */
  static List<String> names(HdfGroup group, String attribute) {
    List<String> names = new ArrayList<>();
    HdfAttribute whole = group.attributes().get(attribute);
    if (whole != null) {
      return whole.texts();
    }
    for (int i = 0; group.attributes().containsKey(attribute + i); i++) {
      HdfAttribute part = group.attributes().get(attribute + i);
      names.addAll(part == null ? List.of() : part.texts());
    }
    return names;
  }
}
