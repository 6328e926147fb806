package io.tenon.file;

import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfType;
import io.tenon.hdf5.HdfWriter;
import io.tenon.keras.KerasArchitecture;
import io.tenon.optimizer.Optimizer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes models as Keras 3 does; each file comes to be whole or not at all. */
public final class KerasWriter {
  private KerasWriter() {}

  /**
   * Writes a whole model, or of it what the file's name asks for.
   *
   * @throws IllegalArgumentException if the name asks for nothing known
   * @throws IOException if it cannot be written; a file that was there stays
   */
  public static void write(Path file, SavedModel model) throws IOException {
    switch (KerasFormat.of(file)) {
      case KERAS -> KerasArchive.write(file, model);
      case H5 -> writeHdf5(file, legacyModel(model));
      case WEIGHTS_H5 -> writeHdf5(file, numbered(model));
      case JSON -> KerasJson.write(file, model.graph());
    }
  }

  /**
   * Writes weights alone: in Keras 3's way to {@code .weights.h5}, with what the optimizer
   * remembers, in Keras 2's to any other {@code .h5}.
   *
   * @throws IllegalArgumentException if the name ends otherwise
   * @throws IOException if it cannot be written; a file that was there stays
   */
  public static void writeWeights(Path file, SavedModel model) throws IOException {
    switch (KerasFormat.of(file)) {
      case WEIGHTS_H5 -> writeHdf5(file, numbered(model));
      case H5 -> {
        HdfGroup root = new HdfGroup();
        LegacyWeights.write(root, KerasLayer.of(model.graph()), model.parameters());
        writeHdf5(file, root);
      }
      default ->
          throw new IllegalArgumentException(
              file + ": weights alone go to .weights.h5 or .h5; save() writes the whole model");
    }
  }

  private static void writeHdf5(Path file, HdfGroup root) throws IOException {
    AtomicFile.write(file, out -> HdfWriter.write(root, out));
  }

  /** Weights, and what the optimizer remembers, as Keras 3 has them. */
  static HdfGroup numbered(SavedModel model) {
    HdfGroup root = new HdfGroup();
    KerasLayer layers = KerasLayer.of(model.graph());
    NumberedWeights.write(root, layers, model.parameters());
    optimizer(model)
        .ifPresent(
            optimizer -> {
              HdfGroup vars = root.group("optimizer/vars");
              int number = 0;
              for (OptimizerVariables.Variable variable :
                  OptimizerVariables.of(optimizer, model, layers)) {
                vars.put(Integer.toString(number++), variable.value());
              }
            });
    return root;
  }

  private static HdfGroup legacyModel(SavedModel model) {
    HdfGroup root = new HdfGroup();
    root.put("backend", HdfAttribute.text(HdfType.UTF8, LegacyWeights.BACKEND));
    root.put("keras_version", HdfAttribute.text(HdfType.UTF8, KerasArchitecture.VERSION));
    putJson(root, "model_config", KerasArchitecture.writeLegacy(model.graph()));
    KerasLayer layers = KerasLayer.of(model.graph());
    LegacyWeights.write(root.group("model_weights"), layers, model.parameters());
    model
        .settings()
        .ifPresent(
            settings ->
                putJson(
                    root, "training_config", CompileConfig.writeLegacy(settings, model.graph())));
    optimizer(model)
        .ifPresent(
            optimizer -> {
              HdfGroup group = root.group("optimizer_weights");
              Map<String, OptimizerVariables.Variable> variables = new LinkedHashMap<>();
              OptimizerVariables.of(optimizer, model, layers)
                  .forEach(variable -> variables.put(variable.name(), variable));
              LegacyWeights.putNames(group, "weight_names", variables.keySet().stream().toList());
              variables.forEach((name, variable) -> group.put(name, variable.value()));
            });
    return root;
  }

  private static void putJson(HdfGroup root, String name, Map<String, @Nullable Object> values) {
    root.put(name, HdfAttribute.text(HdfType.ASCII, KerasJson.text(values)));
  }

  private static Optional<Optimizer> optimizer(SavedModel model) {
    return model.settings().flatMap(CompileSettings::optimizer);
  }
}
