package io.tenon.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.graph.Graph;
import io.tenon.hdf5.HdfDataset;
import io.tenon.hdf5.HdfException;
import io.tenon.hdf5.HdfGroup;
import io.tenon.keras.Config;
import io.tenon.keras.KerasArchitecture;
import io.tenon.keras.KerasFormatException;
import io.tenon.optimizer.Optimizer;
import io.tenon.plan.Parameters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A file of Keras 2's or 3's, open for reading: a whole model in {@code .keras} or {@code .h5},
 * weights alone in {@code .weights.h5} or older {@code .h5}, an architecture alone in {@code
 * .json}. What it is shows by its content, not its name. Reading one runs no code of it.
 */
public final class KerasFile implements AutoCloseable {
  private final Path file;
  private final LoadOptions options;
  private final FileContent content;

  private KerasFile(Path file, LoadOptions options, FileContent content) {
    this.file = file;
    this.options = options;
    this.content = content;
  }

  /**
   * Opens a file.
   *
   * @throws KerasFormatException if it is no file of Keras's, or is damaged
   * @throws UncheckedIOException if it cannot be read
   */
  public static KerasFile open(Path file) {
    return open(file, new LoadOptions());
  }

  /**
   * Opens a file that may name what the options register.
   *
   * @throws KerasFormatException if it is no file of Keras's, or is damaged
   * @throws UncheckedIOException if it cannot be read
   */
  public static KerasFile open(Path file, LoadOptions options) {
    FileContent content =
        guard(
            file,
            () -> {
              try {
                return FileContent.read(file);
              } catch (NoSuchFileException e) {
                throw new UncheckedIOException("there is no file " + file, e);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    return new KerasFile(file, options, content);
  }

  /**
   * The architecture in a file.
   *
   * @throws KerasFormatException if it holds none, is damaged, or has what Tenon does not
   * @throws UncheckedIOException if it cannot be read
   */
  public static Graph architecture(Path file) {
    try (KerasFile opened = open(file)) {
      return opened.graph();
    }
  }

  /** Whether it holds an architecture, and not weights alone. */
  public boolean hasArchitecture() {
    return content.architecture() != null;
  }

  /** Whether it holds weights, and not an architecture alone. */
  public boolean hasWeights() {
    return content.weights() != null;
  }

  /**
   * The model that it describes.
   *
   * @throws KerasFormatException if it describes none, or one that has what Tenon does not
   */
  public Graph graph() {
    return guard(
        file,
        () -> {
          JsonNode architecture = content.architecture();
          if (architecture == null) {
            throw new KerasFormatException(
                "it holds no architecture (model_config), only weights: build the model, and load"
                    + " these into it");
          }
          return KerasArchitecture.read(
              KerasJson.values(architecture), content.version(), options.customObjects());
        });
  }

  /**
   * What the model was compiled with.
   *
   * @return nothing if it was not, or the options leave it out
   * @throws KerasFormatException if it names what neither Tenon nor the options have
   */
  public Optional<CompileSettings> settings(Graph graph) {
    return guard(
        file,
        () -> {
          JsonNode compiled = content.compiled();
          if (compiled == null || !compiled.isObject() || !options.compile()) {
            return Optional.empty();
          }
          CompileSettings read =
              CompileConfig.read(
                  Config.of(KerasJson.values(compiled)),
                  graph,
                  options.losses(),
                  options.metrics());
          return Optional.of(read);
        });
  }

  /** The arrays in it by name, with their shapes: all that weights alone tell. */
  public Map<String, List<Long>> arrays() {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    HdfGroup weights = content.weights();
    if (weights != null) {
      addArrays(weights, "", shapes);
    }
    return shapes;
  }

  private static void addArrays(HdfGroup group, String path, Map<String, List<Long>> shapes) {
    group
        .children()
        .forEach(
            (name, child) -> {
              if (child instanceof HdfGroup inner) {
                addArrays(inner, path + name + "/", shapes);
              } else if (child instanceof HdfDataset array) {
                shapes.put(path + name, array.shape());
              }
            });
  }

  /** Whether it tells where a training stood. */
  public boolean hasTraining() {
    HdfGroup weights = content.weights();
    return weights != null && !OptimizerVariables.stored(weights).isEmpty();
  }

  /** The seed of the training, if the file tells it. */
  public Optional<Long> seed() {
    JsonNode metadata = content.metadata();
    JsonNode seed = metadata == null ? null : metadata.at("/tenon/seed");
    return seed == null || !seed.isIntegralNumber() ? Optional.empty() : Optional.of(seed.asLong());
  }

  /**
   * Makes sure that it describes a model, or none.
   *
   * @throws KerasFormatException if it describes another; it says, layer by layer, what differs
   */
  public void require(Graph expected) {
    if (hasArchitecture()) {
      Graph found = graph();
      guard(
          file,
          () -> {
            ModelDifferences.require(expected, found);
            return found;
          });
    }
  }

  /**
   * Where the training of the model stood when it was saved.
   *
   * @param optimizer what the model was compiled with
   * @param fresh where a training begins
   * @return nothing if the file does not tell it, or tells it of another optimizer or model
   */
  public Optional<SavedModel.TrainingState> training(
      Graph graph, Parameters parameters, Optimizer optimizer, SavedModel.TrainingState fresh) {
    return guard(
        file,
        () -> {
          HdfGroup weights = content.weights();
          JsonNode metadata = content.metadata();
          if (weights == null || !options.compile()) {
            return Optional.empty();
          }
          OptimizerReader reader = new OptimizerReader(optimizer, KerasLayer.of(graph), parameters);
          JsonNode own = metadata == null ? null : metadata.get("tenon");
          long seed = own == null ? fresh.seed() : own.path("seed").asLong(fresh.seed());
          int epochs = own == null ? 0 : Math.max(0, own.path("epochs_done").asInt(0));
          return reader
              .read(OptimizerVariables.stored(weights), fresh.optimizer())
              .map(state -> new SavedModel.TrainingState(state, seed, epochs));
        });
  }

  /**
   * The weights of a model, read and checked, to be set.
   *
   * @throws KerasFormatException if it holds none, or those of another model, or is damaged
   */
  public WeightUpdate weights(Graph graph, Set<WeightOption> options) {
    return guard(
        file,
        () -> {
          HdfGroup weights = content.weights();
          JsonNode architecture = content.architecture();
          if (weights == null) {
            throw new KerasFormatException("it holds no weights, only an architecture");
          }
          KerasLayer described = architecture == null ? null : KerasLayer.model(architecture);
          return new WeightReader(KerasLayer.of(graph), options).read(weights, described);
        });
  }

  /** Whatever is wrong with a file is told in one kind of exception that names it. */
  private static <T> T guard(Path file, Supplier<T> action) {
    try {
      return action.get();
    } catch (UncheckedIOException e) {
      throw e;
    } catch (KerasFormatException e) {
      throw new KerasFormatException("%s: %s".formatted(file, e.getMessage()), e);
    } catch (HdfException e) {
      throw new KerasFormatException("%s cannot be read: %s".formatted(file, e.getMessage()), e);
    } catch (RuntimeException e) {
      throw new KerasFormatException("%s is damaged: %s".formatted(file, e), e);
    }
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
