package io.tenon.check;

import io.tenon.graph.Graph;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.ModelException;
import java.util.List;
import java.util.Optional;

/**
 * What a check found.
 *
 * @param graph the proved graph, if there is no error
 * @param diagnostics errors and warnings, in the order of declaration
 */
public record CheckResult(Optional<Graph> graph, List<Diagnostic> diagnostics) {
  /** Copies the list. */
  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The graph.
   *
   * @throws ModelException with all errors, if there are any
   */
  public Graph graphOrThrow() {
    return graph.orElseThrow(
        () -> new ModelException(diagnostics.stream().filter(Diagnostic::isError).toList()));
  }
}
