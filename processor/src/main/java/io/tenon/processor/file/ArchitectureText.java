package io.tenon.processor.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * The JSON in which a file of Keras's describes a model.
 *
 * @param json the text
 * @param version the version of Keras that wrote it, where the text does not tell
 */
@SuppressWarnings("ArrayRecordComponent") // it is only passed on
record ArchitectureText(byte[] json, String version) {
  private static final int LONGEST = 1 << 28;
  private static final String UNKNOWN = "3";

  /** The text in a file, by what the file begins with. */
  static ArchitectureText read(ResourceFile file) throws IOException {
    byte[] start = file.start(4);
    if (start.length == 4 && start[0] == 'P' && start[1] == 'K') {
      return zip(file);
    } else if (start.length == 4 && start[1] == 'H' && start[2] == 'D' && start[3] == 'F') {
      return Hdf5Model.read(file);
    }
    try (InputStream in = file.open()) {
      return new ArchitectureText(limited(in), UNKNOWN);
    }
  }

  private static ArchitectureText zip(ResourceFile file) throws IOException {
    byte[] config = null;
    String version = null;
    try (ZipInputStream zip = new ZipInputStream(file.open())) {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && (config == null || version == null)) {
        if (entry.getName().equals("config.json")) {
          config = limited(zip);
        } else if (entry.getName().equals("metadata.json")) {
          version = version(limited(zip));
        }
        entry = zip.getNextEntry();
      }
    } catch (ZipException e) {
      throw new IOException("it is damaged: " + e.getMessage(), e);
    }
    if (config == null) {
      throw new IOException("it holds no config.json");
    }
    return new ArchitectureText(config, version == null ? UNKNOWN : version);
  }

  private static String version(byte[] metadata) throws IOException {
    return JsonValues.read(metadata) instanceof Map<?, ?> map
            && map.get("keras_version") instanceof String version
        ? version
        : UNKNOWN;
  }

  private static byte[] limited(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new IOException("it describes more than any model has");
    }
    return bytes;
  }
}
