package io.tenon.keras;

/** What Keras wrote cannot be read as a model of Tenon's; the message says where and why. */
public final class KerasFormatException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** A refusal in words. */
  public KerasFormatException(String message) {
    super(message);
  }

  /** A refusal with what led to it. */
  public KerasFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
