package io.tenon.onednn;

/** The native libraries of this machine are not on the class path; says which to add. */
public final class NativesMissingException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  NativesMissingException(String message, Throwable cause) {
    super(message, cause);
  }
}
