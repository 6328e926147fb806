package io.tenon.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A model that does not fit together, with all its problems. */
public final class ModelException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** An exception with these problems. */
  public ModelException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::text).collect(Collectors.joining("\n\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** The problems, in the order of the model. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
