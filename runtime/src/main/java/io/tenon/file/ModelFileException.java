package io.tenon.file;

/** A file that is not a model, is damaged, or holds another model than expected. */
public final class ModelFileException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An exception with that message. */
  public ModelFileException(String message) {
    super(message);
  }

  ModelFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
