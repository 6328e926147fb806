package io.tenon.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.tenon.hdf5.HdfAttribute;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfReader;
import io.tenon.hdf5.HdfSource;
import io.tenon.keras.KerasFormatException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The parts of a file, whichever kind it is of; arrays are read when they are asked for. */
final class FileContent implements AutoCloseable {
  /** Several times the longest architecture known. */
  private static final int LONGEST_TEXT = 16 << 20;

  private final @Nullable FileChannel channel;
  private final @Nullable HdfGroup weights;
  private @Nullable JsonNode architecture;
  private @Nullable JsonNode compiled;
  private @Nullable JsonNode metadata;
  private String version = "3";

  private FileContent(@Nullable FileChannel channel, @Nullable HdfGroup weights) {
    this.channel = channel;
    this.weights = weights;
  }

  /** Reads a file; a part that it does not have is absent. */
  static FileContent read(Path file) throws IOException {
    byte[] start = new byte[4];
    try (var in = Files.newInputStream(file)) {
      in.readNBytes(start, 0, start.length);
    }
    try {
      if (start[0] == 'P' && start[1] == 'K') {
        return readZip(file);
      } else if (start[1] == 'H' && start[2] == 'D' && start[3] == 'F') {
        return readHdf5(file);
      }
      return readJson(file);
    } catch (EOFException e) {
      throw new KerasFormatException("it is damaged: " + e.getMessage(), e);
    } catch (CharacterCodingException e) {
      throw new KerasFormatException("it is neither a zip, nor HDF5, nor a text in UTF-8", e);
    }
  }

  private static FileContent readZip(Path file) throws IOException {
    try (KerasZip zip = new KerasZip(file)) {
      JsonNode config = json(zip.entry("config.json", LONGEST_TEXT));
      byte[] notes = zip.entryOrNull("metadata.json", LONGEST_TEXT);
      byte[] bytes = zip.entryOrNull("model.weights.h5", Integer.MAX_VALUE);
      FileContent content =
          new FileContent(null, bytes == null ? null : HdfReader.read(HdfSource.of(bytes)));
      content.architecture = config;
      content.compiled = config.get("compile_config");
      if (notes != null) {
        JsonNode metadata = json(notes);
        content.metadata = metadata;
        content.version = metadata.path("keras_version").asText(content.version);
      }
      return content;
    }
  }

  private static JsonNode json(byte[] text) {
    return KerasJson.tree(new String(text, StandardCharsets.UTF_8));
  }

  private static FileContent readHdf5(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    try {
      FileContent content = new FileContent(channel, HdfReader.read(HdfSource.of(channel)));
      content.architecture = content.attribute("model_config");
      content.compiled = content.attribute("training_config");
      content.version = content.text("keras_version", content.version);
      return content;
    } catch (RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static FileContent readJson(Path file) throws IOException {
    if (Files.size(file) > LONGEST_TEXT) {
      throw new KerasFormatException("it is neither a zip, nor HDF5, nor an architecture");
    }
    FileContent content = new FileContent(null, null);
    content.architecture = KerasJson.tree(Files.readString(file));
    return content;
  }

  private @Nullable JsonNode attribute(String name) {
    String text = text(name, "");
    return text.isEmpty() ? null : KerasJson.tree(text);
  }

  private String text(String name, String otherwise) {
    HdfAttribute found = weights == null ? null : weights.attributes().get(name);
    return found == null || found.texts().size() != 1 ? otherwise : found.texts().get(0);
  }

  /** What it is a model of. */
  @Nullable JsonNode architecture() {
    return architecture;
  }

  /** What that was compiled with. */
  @Nullable JsonNode compiled() {
    return compiled;
  }

  /** What the file notes of itself. */
  @Nullable JsonNode metadata() {
    return metadata;
  }

  /** The version of Keras that wrote it. */
  String version() {
    return version;
  }

  /** Its arrays. */
  @Nullable HdfGroup weights() {
    return weights;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
