package io.tenon.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.graph.Graph;
import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfException;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfReader;
import io.tenon.hdf5.HdfSource;
import io.tenon.keras.KerasFormatException;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
  private @Nullable FileChannel channel;
  private @Nullable JsonNode architecture;
  private @Nullable HdfGroup weights;

  private KerasFile(Path file) {
    this.file = file;
  }

  /**
   * Opens a file.
   *
   * @throws KerasFormatException if it is no file of Keras's, or is damaged
   * @throws UncheckedIOException if it cannot be read
   */
  public static KerasFile open(Path file) {
    KerasFile opened = new KerasFile(file);
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
      byte[] bytes = zip.entryOrNull("model.weights.h5", Integer.MAX_VALUE);
      if (bytes != null) {
        weights = HdfReader.read(HdfSource.of(bytes));
      }
    }
  }

  private @Nullable JsonNode attribute(String name) {
    HdfAttribute text = weights == null ? null : weights.attributes().get(name);
    return text == null || text.texts().size() != 1 ? null : KerasJson.tree(text.texts().get(0));
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
          return KerasJson.graph(architecture);
        });
  }

  /**
   * The weights of a model, read and checked, to be set.
   *
   * @throws KerasFormatException if it holds none, or those of another model, or is damaged
   */
  public WeightUpdate weights(Graph graph, Set<LoadOption> options) {
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
