package io.tenon.processor.report;

import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic.Kind;

/**
 * Prints what is wrong with a model, in the order of its source and each problem once.
 *
 * <p>javac prints the first line of a message, then the source and the caret, then the other lines
 * indented by two, which is why the first line of a diagnostic stands alone.
 */
public final class Reporter {
  private static final Comparator<Location> SOURCE_ORDER =
      Comparator.comparingInt(Location::tensor).thenComparingInt(Reporter::columnOrder);

  private final Messager messager;

  /** A reporter to that compiler. */
  public Reporter(Messager messager) {
    this.messager = messager;
  }

  /** Prints diagnostics of one model, but for warnings that its source suppresses. */
  public void report(Collection<Diagnostic> diagnostics, ModelPositions positions) {
    List<Diagnostic> sorted =
        new LinkedHashSet<>(diagnostics)
            .stream().sorted(Comparator.comparing(Diagnostic::location, SOURCE_ORDER)).toList();
    for (Diagnostic diagnostic : sorted) {
      if (diagnostic.isError() || !isSuppressed(diagnostic, positions)) {
        print(diagnostic, positions.position(diagnostic.location()));
      }
    }
  }

  private static boolean isSuppressed(Diagnostic diagnostic, ModelPositions positions) {
    return positions.suppressible(diagnostic.location()).stream()
        .anyMatch(element -> Suppression.covers(diagnostic.problem(), element));
  }

  private void print(Diagnostic diagnostic, Position position) {
    messager.printMessage(
        diagnostic.isError() ? Kind.ERROR : Kind.WARNING,
        diagnostic.text(),
        position.element(),
        position.annotation(),
        position.value());
  }

  /** Annotations stand before the method's name, and that before its parameters. */
  private static int columnOrder(Location location) {
    if (location instanceof Location.OfInput input) {
      return 2 + input.input();
    }
    return location instanceof Location.OfTensor ? 1 : 0;
  }
}
