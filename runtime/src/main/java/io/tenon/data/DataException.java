package io.tenon.data;

/** Data that a model cannot take: it names the array, what was expected and what was found. */
public final class DataException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** An exception with that message. */
  public DataException(String message) {
    super(message);
  }
}
