package io.tenon.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Files that may be packed. */
final class PackedFile {
  private PackedFile() {}

  /** The content, unpacked where the file begins as gzip does, whatever its name. */
  @SuppressWarnings("resource") // closed by the stream that is returned, or here if there is none
  static InputStream open(Path file) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    try {
      bytes.mark(2);
      boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
      bytes.reset();
      return packed ? new BufferedInputStream(new GZIPInputStream(bytes)) : bytes;
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }
}
