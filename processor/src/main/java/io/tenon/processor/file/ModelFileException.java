package io.tenon.processor.file;

import java.util.List;

/**
 * A file that no model can be made of; the message, its details and remedies are a diagnostic's.
 */
public final class ModelFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> details;
  private final transient List<String> remedies;

  ModelFileException(String message, List<String> details, List<String> remedies) {
    super(message);
    this.details = List.copyOf(details);
    this.remedies = List.copyOf(remedies);
  }

  /** What stands below the message. */
  public List<String> details() {
    return details;
  }

  /** How to mend it. */
  public List<String> remedies() {
    return remedies;
  }
}
