package io.tenon.preprocessing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read, or does not hold what it should. */
public final class UnreadableFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient @Nullable Path file;

  /** Says which file, and what is wrong with it. */
  public UnreadableFileException(Path file, String problem) {
    super(file + ": " + problem);
    this.file = file;
  }

  /** Says which file, what is wrong with it, and what was thrown then. */
  public UnreadableFileException(Path file, String problem, Throwable cause) {
    super(file + ": " + problem, cause);
    this.file = file;
  }

  /** The file; null after the exception has been serialized. */
  public @Nullable Path file() {
    return file;
  }
}
