package io.tenon.file;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.tenon.graph.Graph;
import io.tenon.keras.KerasFormatException;
import io.tenon.network.Network;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Models in the files of Keras 2 and 3: whole ones in {@code .keras} and {@code .h5}, weights alone
 * in {@code .weights.h5} and older {@code .h5}. Reading one runs no code of it.
 *
 * <pre>{@code
 * try (Network network = KerasFile.load(Path.of("sentiment.keras"))) {
 *   network.predict(tokens);
 * }
 * }</pre>
 */
public final class KerasFile {
  /** More than any architecture is long. */
  private static final int LONGEST_TEXT = 1 << 28;

  private KerasFile() {}

  /**
   * The model of a file, with its weights. What it was compiled with is left out: give losses and
   * an optimizer to train it further, as {@link #loadWeights} allows.
   *
   * @throws KerasFormatException if it is no whole model, is damaged, or holds what Tenon does not
   *     have
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Network load(Path file) {
    Graph graph = architecture(file);
    Network network = Network.builder(graph).build();
    try {
      loadWeights(file, network);
      return network;
    } catch (RuntimeException e) {
      network.close();
      throw e;
    }
  }

  /**
   * The architecture of a file: {@code .keras}, {@code .h5} or {@code .json}.
   *
   * @throws KerasFormatException if it holds none, is damaged, or has what Tenon does not
   * @throws UncheckedIOException if the file cannot be read
   */
  public static Graph architecture(Path file) {
    return switch (kind(file)) {
      case ZIP -> {
        byte[] config = KerasZip.entry(file, "config.json", LONGEST_TEXT);
        yield parse(file, new String(config, StandardCharsets.UTF_8));
      }
      case HDF5 -> open(file, null, root -> parse(file, text(file, root, "model_config")));
      case OTHER -> KerasJson.read(file);
    };
  }

  private static Graph parse(Path file, String json) {
    try {
      return KerasJson.parse(json);
    } catch (KerasFormatException e) {
      throw new KerasFormatException(file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Puts the weights of a file into a network of the same layers. They are all read and checked
   * before the first one is changed.
   *
   * @throws KerasFormatException if the file holds no weights, is damaged, or its layers are
   *     others; the network is then as it was
   * @throws UncheckedIOException if the file cannot be read
   */
  public static void loadWeights(Path file, Network network) {
    long bytes = network.graph().parameters() * Float.BYTES;
    byte[] unpacked =
        kind(file) == Kind.ZIP
            ? KerasZip.entry(file, "model.weights.h5", 4 * bytes + LONGEST_TEXT)
            : null;
    if (unpacked == null && kind(file) != Kind.HDF5) {
      throw new KerasFormatException(file + " is neither a zip nor an HDF5 file");
    }
    WeightUpdate update =
        open(file, unpacked, root -> new WeightReader(file.toString(), network.graph()).read(root));
    update.apply(network);
  }

  private enum Kind {
    ZIP,
    HDF5,
    OTHER
  }

  private static Kind kind(Path file) {
    byte[] start = new byte[4];
    try (var in = Files.newInputStream(file)) {
      int read = in.readNBytes(start, 0, start.length);
      if (read == start.length && start[0] == 'P' && start[1] == 'K') {
        return Kind.ZIP;
      }
      return read == start.length && start[1] == 'H' && start[2] == 'D' && start[3] == 'F'
          ? Kind.HDF5
          : Kind.OTHER;
    } catch (NoSuchFileException e) {
      throw new UncheckedIOException("there is no file " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever is wrong with an HDF5 file is told in one kind of exception. */
  private static <T> T open(Path file, byte @Nullable [] bytes, Function<Group, T> reader) {
    try (HdfFile hdf = bytes == null ? new HdfFile(file) : HdfFile.fromBytes(bytes)) {
      return reader.apply(hdf);
    } catch (KerasFormatException e) {
      throw e;
    } catch (RuntimeException e) {
      throw new KerasFormatException("%s is damaged: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static String text(Path file, Group group, String name) {
    Map<String, Attribute> attributes = group.getAttributes();
    Attribute attribute = attributes.get(name);
    if (attribute == null || !(attribute.getData() instanceof String text)) {
      throw new KerasFormatException(
          "%s holds no architecture (%s), only weights: build the model, and load these into it"
              .formatted(file, name));
    }
    return text;
  }
}
