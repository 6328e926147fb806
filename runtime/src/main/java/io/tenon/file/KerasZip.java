package io.tenon.file;

import io.tenon.keras.KerasFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Entries of a {@code .keras} file, held in memory and never written anywhere. */
final class KerasZip {
  private KerasZip() {}

  /**
   * An entry.
   *
   * @param most the most bytes that it may have, so that a small file cannot fill the memory
   */
  static byte[] entry(Path file, String name, long most) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      if (entry == null) {
        throw new KerasFormatException("%s holds no %s".formatted(file, name));
      }
      int limit = (int) Math.min(Integer.MAX_VALUE - 8, most);
      try (InputStream in = zip.getInputStream(entry)) {
        byte[] bytes = in.readNBytes(limit);
        if (in.read() >= 0) {
          throw new KerasFormatException(
              "%s: %s is larger than such a model can be".formatted(file, name));
        }
        return bytes;
      }
    } catch (ZipException e) {
      throw new KerasFormatException("%s is damaged: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
