package io.tenon.file;

import io.tenon.hdf5.HdfException;
import io.tenon.hdf5.HdfGroup;
import io.tenon.keras.KerasFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the weights of a model's layers among those of a file. */
final class WeightReader {
  private final KerasLayer model;
  private final Set<WeightOption> options;
  private final WeightUpdate update = new WeightUpdate();

  WeightReader(KerasLayer model, Set<WeightOption> options) {
    this.model = model;
    this.options = options;
  }

  /**
   * All weights, read and checked.
   *
   * @param described the file's own architecture, if it has one
   */
  WeightUpdate read(HdfGroup root, @Nullable KerasLayer described) {
    match(stored(root, described));
    return update;
  }

  private List<StoredLayer> stored(HdfGroup root, @Nullable KerasLayer described) {
    HdfGroup old = root.child("model_weights") instanceof HdfGroup group ? group : root;
    if (LegacyWeights.isIn(old)) {
      return LegacyWeights.read(old);
    } else if (NumberedWeights.container(root) == null) {
      throw new HdfException("it holds no weights of Keras's");
    } else if (described == null && options.contains(WeightOption.BY_NAME)) {
      throw new KerasFormatException(
          "it does not say what its layers are called, so they cannot be found by name; use a"
              + " .keras or .h5 file");
    }
    return NumberedWeights.read(root, described == null ? model : described);
  }

  private void match(List<StoredLayer> stored) {
    List<KerasLayer> layers = model.weighted();
    Map<String, StoredLayer> byName = new HashMap<>();
    stored.forEach(layer -> byName.put(layer.name(), layer));
    boolean sameNames = layers.stream().allMatch(layer -> byName.containsKey(layer.name()));
    Set<String> unused = new LinkedHashSet<>(stored.stream().map(StoredLayer::name).toList());
    if (!options.contains(WeightOption.BY_NAME) && stored.size() != layers.size()) {
      throw otherLayers(layers, stored);
    }
    for (int i = 0; i < layers.size(); i++) {
      KerasLayer layer = layers.get(i);
      boolean byOrder = !sameNames && !options.contains(WeightOption.BY_NAME);
      StoredLayer found = byOrder ? stored.get(i) : byName.get(layer.name());
      if (found == null) {
        update.skip(layer.name(), "the file has no layer of that name");
        continue;
      }
      unused.remove(found.name());
      String mismatch = WeightMatch.put(layer, found, update);
      if (mismatch == null) {
        update.loaded(layer.name());
      } else if (options.contains(WeightOption.SKIP_MISMATCH)) {
        update.skip(layer.name(), mismatch);
      } else {
        throw new KerasFormatException(mismatch);
      }
    }
    unused.forEach(update::unused);
  }

  private KerasFormatException otherLayers(List<KerasLayer> layers, List<StoredLayer> stored) {
    List<String> expected = new ArrayList<>(layers.stream().map(KerasLayer::name).toList());
    List<String> found = new ArrayList<>(stored.stream().map(StoredLayer::name).toList());
    List<String> missing = new ArrayList<>(expected);
    missing.removeAll(found);
    found.removeAll(expected);
    return new KerasFormatException(
        ("it has weights for %d layers, and %s has %d: %s. To load those of the same names, use"
                + " WeightOption.BY_NAME")
            .formatted(
                stored.size(),
                model.name(),
                layers.size(),
                List.of("only in the file " + list(found), "only in the model " + list(missing))
                    .stream()
                    .collect(Collectors.joining(", "))));
  }

  private static String list(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }
}
