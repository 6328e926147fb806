package io.tenon.processor.report;

import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Prints what is wrong with a model, in the order of its source and each problem once.
 *
 * <p>javac prints the first line of a message, then the source and the caret, then the other lines
 * indented by two, which is why the first line of a diagnostic stands alone.
 */
public final class Reporter {
  private final Messager messager;
  private final Set<String> compiled;

  /**
   * A reporter to that compiler.
   *
   * @param compiled the names of the types that are being compiled: of others there is no source
   */
  public Reporter(Messager messager, Set<String> compiled) {
    this.messager = messager;
    this.compiled = compiled;
  }

  /** Prints diagnostics of one model, but for warnings that its source suppresses. */
  public void report(Collection<Diagnostic> diagnostics, ModelPositions positions) {
    if (diagnostics.isEmpty()) {
      return;
    }
    List<Diagnostic> sorted =
        new LinkedHashSet<>(diagnostics)
            .stream()
                .sorted(Comparator.comparing(Diagnostic::location, sourceOrder(positions)))
                .toList();
    for (Diagnostic diagnostic : sorted) {
      if (diagnostic.isError() || !isSuppressed(diagnostic, positions)) {
        print(diagnostic, inSource(positions.position(diagnostic.location()), positions.type()));
      }
    }
  }

  private static Comparator<Location> sourceOrder(ModelPositions positions) {
    return Comparator.comparingInt(positions::line)
        .thenComparingInt(Location::tensor)
        .thenComparingInt(Reporter::columnOrder);
  }

  /** The same place, or the model itself if that is in a class file. */
  private Position inSource(Position position, TypeElement model) {
    Element outermost = position.element();
    for (@Nullable Element each = outermost;
        each != null && each.getKind() != ElementKind.PACKAGE;
        each = each.getEnclosingElement()) {
      outermost = each;
    }
    return compiled.contains(outermost.toString()) ? position : Position.of(model);
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
