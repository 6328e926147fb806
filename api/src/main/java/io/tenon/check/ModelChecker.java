package io.tenon.check;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.problem.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Proves a declaration, rule by rule, and makes its graph. */
public final class ModelChecker {
  private static final List<Rule> RULES =
      List.of(
          new DuplicateTensorRule(),
          new MissingEndsRule(),
          new UnknownInputRule(),
          new ArityRule(),
          new BatchSizeRule(),
          new CycleRule(),
          new ShapeRule(),
          new SharedLayerRule(),
          new MaskRule(),
          new LossRule(),
          new MetricRule());

  private ModelChecker() {}

  /** Checks a declaration. Each fault is told once; what only follows from one is not. */
  public static CheckResult check(ModelDeclaration declaration) {
    ModelContext model = new ModelContext(declaration);
    List<Diagnostic> diagnostics = new ArrayList<>();
    Consumer<Diagnostic> report = diagnostics::add;
    for (Rule rule : RULES) {
      rule.check(model, report);
    }
    if (isBroken(declaration) || hasError(diagnostics)) {
      return new CheckResult(Optional.empty(), sorted(diagnostics));
    }
    // In a broken model a tensor may be unused only because its reader is at fault.
    new UnusedTensorRule().check(model, report);
    return new CheckResult(Optional.of(graph(model)), sorted(diagnostics));
  }

  private static boolean isBroken(ModelDeclaration declaration) {
    for (TensorDeclaration tensor : declaration.tensors()) {
      if (tensor.spec() == null) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasError(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.isError()) {
        return true;
      }
    }
    return false;
  }

  private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    if (diagnostics.size() > 1) {
      diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.location().tensor()));
    }
    return diagnostics;
  }

  private static Graph graph(ModelContext model) {
    List<Node> nodes = new ArrayList<>();
    for (int index : model.topologicalOrder()) {
      if (model.isUsed(index)) {
        nodes.add(model.node(index));
      }
    }
    return new Graph(model.declaration(), nodes, model.declaration().outputs());
  }
}
