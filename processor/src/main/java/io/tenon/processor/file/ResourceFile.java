package io.tenon.processor.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.tools.FileObject;
import org.jspecify.annotations.Nullable;

/** A file found on the resource path: in a folder, or in a jar. */
final class ResourceFile {
  private static final int LARGEST = 1 << 30;

  private final @Nullable FileObject object;
  private final @Nullable Path path;

  private ResourceFile(@Nullable FileObject object, @Nullable Path path) {
    this.object = object;
    this.path = path;
  }

  static ResourceFile of(Path path) {
    return new ResourceFile(null, path);
  }

  static ResourceFile of(FileObject object) {
    return new ResourceFile(object, null);
  }

  InputStream open() throws IOException {
    if (object != null) {
      return object.openInputStream();
    } else if (path != null) {
      return Files.newInputStream(path);
    }
    throw new IllegalStateException("a file is a path or an object");
  }

  /** Its path, where it is a file of its own. */
  Optional<Path> path() {
    if (path != null) {
      return Optional.of(path);
    }
    return object != null && "file".equals(object.toUri().getScheme())
        ? Optional.of(Path.of(object.toUri()))
        : Optional.empty();
  }

  byte[] start(int count) throws IOException {
    try (InputStream in = open()) {
      return in.readNBytes(count);
    }
  }

  byte[] bytes() throws IOException {
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(LARGEST);
      if (bytes.length == LARGEST) {
        throw new IOException("it is too large to be read from within a jar");
      }
      return bytes;
    }
  }
}
