package io.tenon.file;

import io.tenon.keras.KerasFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** Entries of a {@code .keras} file, held in memory and never unpacked to anywhere. */
final class KerasZip implements AutoCloseable {
  /** Weights hardly become smaller when they are packed; what does so more than this is a trap. */
  private static final long MOST_RATIO = 100;

  private static final long ALWAYS_ALLOWED = 64L << 20;

  private final ZipFile zip;

  /** Opens a file, and makes sure of the names in it. */
  KerasZip(Path file) throws IOException {
    this.zip = open(file);
    Set<String> names = new HashSet<>();
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName().replace('\\', '/');
      if (name.startsWith("/") || name.matches("[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?")) {
        zip.close();
        throw new KerasFormatException("it holds an entry that leads out of it: " + name);
      }
      if (!names.add(name)) {
        zip.close();
        throw new KerasFormatException("it holds two entries called " + name);
      }
    }
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      throw new KerasFormatException("it is damaged: " + e.getMessage(), e);
    }
  }

  /**
   * An entry.
   *
   * @param most the most bytes that it may have, so that a small file cannot fill the memory
   * @throws KerasFormatException if it is not there, too large, or not what was written
   */
  byte[] entry(String name, long most) throws IOException {
    byte[] bytes = entryOrNull(name, most);
    if (bytes == null) {
      throw new KerasFormatException("it holds no " + name);
    }
    return bytes;
  }

  /** An entry, if there is one of that name. */
  byte @Nullable [] entryOrNull(String name, long most) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      return null;
    }
    long packed = Math.max(0, entry.getCompressedSize());
    long allowed = Math.min(most, MOST_RATIO * packed + ALWAYS_ALLOWED);
    int limit = (int) Math.min(Integer.MAX_VALUE - 8, allowed);
    if (entry.getSize() > limit) {
      throw tooLarge(name);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw tooLarge(name);
      }
      CRC32 sum = new CRC32();
      sum.update(bytes);
      if (sum.getValue() != entry.getCrc()) {
        throw new KerasFormatException("it is damaged: the checksum of %s differs".formatted(name));
      }
      return bytes;
    } catch (ZipException e) {
      throw new KerasFormatException("it is damaged: " + e.getMessage(), e);
    }
  }

  private static KerasFormatException tooLarge(String name) {
    return new KerasFormatException("%s is larger than such a model can be".formatted(name));
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
