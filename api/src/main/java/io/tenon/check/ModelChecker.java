package io.tenon.check;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.problem.Diagnostic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
    for (Rule rule : RULES) {
      rule.check(model, diagnostics::add);
    }
    boolean broken = declaration.tensors().stream().anyMatch(tensor -> tensor.spec() == null);
    if (broken || diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new CheckResult(Optional.empty(), sorted(diagnostics));
    }
    // In a broken model a tensor may be unused only because its reader is at fault.
    new UnusedTensorRule().check(model, diagnostics::add);
    return new CheckResult(Optional.of(graph(model)), sorted(diagnostics));
  }

  private static List<Diagnostic> sorted(List<Diagnostic> diagnostics) {
    diagnostics.sort(Comparator.comparingInt(diagnostic -> diagnostic.location().tensor()));
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
