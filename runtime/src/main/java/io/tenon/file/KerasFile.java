package io.tenon.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.graph.Graph;
import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfException;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfReader;
import io.tenon.hdf5.HdfSource;
import io.tenon.keras.Config;
import io.tenon.keras.KerasArchitecture;
import io.tenon.keras.KerasFormatException;
import io.tenon.optimizer.Optimizer;
import io.tenon.plan.Parameters;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file of Keras 2's or 3's, open for reading: a whole model in {@code .keras} or {@code .h5},
 * weights alone in {@code .weights.h5} or older {@code .h5}, an architecture alone in {@code
 * .json}. What it is shows by its content, not its name. Reading one runs no code of it.
 */
public final class KerasFile implements AutoCloseable {
  /** Several times the longest architecture known. */
  private static final int LONGEST_TEXT = 16 << 20;

  private final Path file;
  private final LoadOptions options;
  private @Nullable FileChannel channel;
  private @Nullable JsonNode architecture;
  private @Nullable JsonNode compiled;
  private @Nullable JsonNode metadata;
  private String version = "3";
  private @Nullable HdfGroup weights;

  private KerasFile(Path file, LoadOptions options) {
    this.file = file;
    this.options = options;
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
    KerasFile opened = new KerasFile(file, options);
    try {
      opened.guard(
          () -> {
            opened.read();
            return opened;
          });
      return opened;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
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

  private void read() {
    try {
      switch (kind()) {
        case ZIP -> readZip();
        case HDF5 -> {
          channel = FileChannel.open(file);
          weights = HdfReader.read(HdfSource.of(channel));
          architecture = attribute("model_config");
          compiled = attribute("training_config");
          version = text("keras_version", version);
        }
        case OTHER -> {
          if (Files.size(file) > LONGEST_TEXT) {
            throw new KerasFormatException("it is neither a zip, nor HDF5, nor an architecture");
          }
          architecture = KerasJson.tree(Files.readString(file));
        }
      }
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("there is no file " + file, e);
    } catch (EOFException e) {
      throw new KerasFormatException("it is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private enum Kind {
    ZIP,
    HDF5,
    OTHER
  }

  private Kind kind() throws IOException {
    byte[] start = new byte[4];
    try (var in = Files.newInputStream(file)) {
      if (in.readNBytes(start, 0, start.length) < start.length) {
        return Kind.OTHER;
      }
    }
    if (start[0] == 'P' && start[1] == 'K') {
      return Kind.ZIP;
    }
    return start[1] == 'H' && start[2] == 'D' && start[3] == 'F' ? Kind.HDF5 : Kind.OTHER;
  }

  private void readZip() throws IOException {
    try (KerasZip zip = new KerasZip(file)) {
      byte[] config = zip.entry("config.json", LONGEST_TEXT);
      architecture = KerasJson.tree(new String(config, StandardCharsets.UTF_8));
      compiled = architecture.get("compile_config");
      byte[] notes = zip.entryOrNull("metadata.json", LONGEST_TEXT);
      if (notes != null) {
        metadata = KerasJson.tree(new String(notes, StandardCharsets.UTF_8));
        version = metadata.path("keras_version").asText(version);
      }
      byte[] bytes = zip.entryOrNull("model.weights.h5", Integer.MAX_VALUE);
      if (bytes != null) {
        weights = HdfReader.read(HdfSource.of(bytes));
      }
    }
  }

  private @Nullable JsonNode attribute(String name) {
    String text = text(name, "");
    return text.isEmpty() ? null : KerasJson.tree(text);
  }

  private String text(String name, String otherwise) {
    HdfAttribute found = weights == null ? null : weights.attributes().get(name);
    return found == null || found.texts().size() != 1 ? otherwise : found.texts().get(0);
  }

  /** Whether it holds an architecture, and not weights alone. */
  public boolean hasArchitecture() {
    return architecture != null;
  }

  /** Whether it holds weights, and not an architecture alone. */
  public boolean hasWeights() {
    return weights != null;
  }

  /**
   * The model that it describes.
   *
   * @throws KerasFormatException if it describes none, or one that has what Tenon does not
   */
  public Graph graph() {
    return guard(
        () -> {
          if (architecture == null) {
            throw new KerasFormatException(
                "it holds no architecture (model_config), only weights: build the model, and load"
                    + " these into it");
          }
          return KerasArchitecture.read(
              KerasJson.values(architecture), version, options.customObjects());
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
        () -> {
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

  /** Whether it tells where a training stood. */
  public boolean hasTraining() {
    return weights != null && !OptimizerVariables.stored(weights).isEmpty();
  }

  /** The seed of the training, if the file tells it. */
  public Optional<Long> seed() {
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
        () -> {
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
        () -> {
          if (weights == null) {
            throw new KerasFormatException("it holds no weights, only an architecture");
          }
          KerasLayer described = architecture == null ? null : KerasLayer.model(architecture);
          return new WeightReader(KerasLayer.of(graph), options).read(weights, described);
        });
  }

  /** Whatever is wrong with a file is told in one kind of exception that names it. */
  private <T> T guard(Supplier<T> action) {
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
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
