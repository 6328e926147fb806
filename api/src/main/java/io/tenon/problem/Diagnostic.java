package io.tenon.problem;

import java.util.List;

/**
 * One problem of one model, in words.
 *
 * @param problem what is wrong
 * @param location where
 * @param headline what is wrong in one line that stands alone, naming {@code Model.tensor} and both
 *     values
 * @param details lines that show it, such as the path of shapes
 * @param remedies lines that mend it, as code to paste
 */
public record Diagnostic(
    Problem problem,
    Location location,
    String headline,
    List<String> details,
    List<String> remedies) {

  /** Copies the lists. */
  public Diagnostic {
    details = List.copyOf(details);
    remedies = List.copyOf(remedies);
  }

  /** The whole text; its first line stands alone, the others explain and mend. */
  public String text() {
    StringBuilder text =
        new StringBuilder().append('[').append(problem.id()).append("] ").append(headline);
    details.forEach(line -> text.append('\n').append(line));
    if (!details.isEmpty() && !remedies.isEmpty()) {
      text.append('\n');
    }
    remedies.forEach(line -> text.append('\n').append(line));
    return text.toString();
  }

  /** Whether it stops the model from being made. */
  public boolean isError() {
    return problem.severity() == Problem.Severity.ERROR;
  }

  @Override
  public String toString() {
    return text();
  }
}
