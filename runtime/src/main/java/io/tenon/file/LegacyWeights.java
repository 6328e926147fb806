package io.tenon.file;

import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfDataset;
import io.tenon.hdf5.HdfException;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfLink;
import io.tenon.hdf5.HdfNode;
import io.tenon.hdf5.HdfType;
import io.tenon.keras.KerasArchitecture;
import io.tenon.plan.Parameters;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Weights as Keras 2 keeps them, and {@code .h5} still: {@code layer_names} names a group for each
 * layer, whose {@code weight_names} name its arrays, in order.
 */
final class LegacyWeights {
  /** What a header of HDF5 holds, as Keras counts. */
  private static final int MOST_BYTES = 64_512;

  /** How many references to texts fit there. */
  private static final int MOST_REFERENCES = MOST_BYTES / 16;

  /** What Keras runs on: files of all backends are alike. */
  static final String BACKEND = "tensorflow";

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

  /** Puts weights into a group; their values are taken when the file is written. */
  static void write(HdfGroup group, KerasLayer model, Parameters parameters) {
    putNames(group, "layer_names", model.layers().stream().map(KerasLayer::name).toList());
    group.put("backend", HdfAttribute.text(HdfType.ASCII, BACKEND));
    group.put("keras_version", HdfAttribute.text(HdfType.ASCII, KerasArchitecture.VERSION));
    for (KerasLayer layer : model.layers()) {
      HdfGroup place = group.group(layer.name());
      List<String> names = new ArrayList<>();
      Map<KerasLayer.Weight, String> paths = WeightPaths.of(model, layer);
      for (KerasLayer.Weight weight : layer.weightsTrainableFirst()) {
        String path = Objects.requireNonNull(paths.get(weight));
        names.add(path);
        place.put(path, WeightValues.of(weight, parameters));
      }
      putNames(place, "weight_names", names);
    }
    putNames(group.group("top_level_model_weights"), "weight_names", List.of());
  }

  /** Puts names into an attribute, or into several if they are long. */
  static void putNames(HdfGroup group, String attribute, List<String> names) {
    int longest = names.stream().mapToInt(LegacyWeights::bytes).max().orElse(0);
    // As many parts of nearly one length as are needed, the longer ones first.
    int parts = 1;
    while ((long) (names.size() + parts - 1) / parts * longest > MOST_BYTES) {
      parts++;
    }
    if (parts == 1 && names.size() <= MOST_REFERENCES) {
      group.put(attribute, HdfAttribute.names(names));
      return;
    }
    parts = Math.max(parts, 2);
    int from = 0;
    for (int i = 0; i < parts; i++) {
      int to = from + names.size() / parts + (i < names.size() % parts ? 1 : 0);
      group.put(attribute + i, HdfAttribute.fixedNames(names.subList(from, to)));
      from = to;
    }
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
