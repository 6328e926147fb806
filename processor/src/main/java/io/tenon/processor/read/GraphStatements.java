package io.tenon.processor.read;

import io.tenon.check.ModelUse;
import io.tenon.check.TensorDeclaration;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a model would say that a graph was made of. */
final class GraphStatements {
  private final SpecCalls calls;
  private final Map<String, ModelUse> uses = new HashMap<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Set<String> declared = new HashSet<>();
  private final List<Statement> statements = new ArrayList<>();

  private GraphStatements(Graph graph, SpecCalls calls) {
    this.calls = calls;
    graph.declaration().uses().forEach(use -> uses.put(use.tensor(), use));
    graph.nodes().forEach(node -> counts.merge(node.layer(), 1, Integer::sum));
  }

  static List<Statement> of(Graph graph, SpecCalls calls) {
    GraphStatements reader = new GraphStatements(graph, calls);
    for (TensorDeclaration tensor : graph.declaration().tensors()) {
      if (graph.hasTensor(tensor.name())) {
        reader.add(graph.node(tensor.name()));
      }
    }
    return reader.statements;
  }

  /** The layers that training leaves as they are; of a model as a layer with its name before. */
  static List<String> frozen(Graph graph) {
    return graph.layers().stream().filter(node -> !node.trainable()).map(Node::layer).toList();
  }

  private void add(Node node) {
    ModelUse use = uses.get(node.name());
    if (use != null) {
      add(use);
    } else if (node.isInput()) {
      statements.add(new Statement.Input(node.name()));
    } else if (counts.getOrDefault(node.layer(), 1) > 1 && !isWithinUse(node)) {
      if (declared.add(node.layer())) {
        statements.add(new Statement.Shared(node.layer(), calls.of(node.spec())));
      }
      statements.add(new Statement.Application(node.name(), node.layer(), "", node.inputs()));
    } else if (!isWithinUse(node)) {
      statements.add(new Statement.Tensor(node.name(), calls.of(node.spec()), node.inputs()));
    }
  }

  private void add(ModelUse use) {
    if (declared.add(use.layer())) {
      statements.add(
          new Statement.Part(
              use.layer(), use.model(), of(use.model(), calls), frozen(use.model())));
    }
    String output = use.model().outputs().size() == 1 ? "" : use.output();
    statements.add(new Statement.Application(use.tensor(), use.layer(), output, use.inputs()));
  }

  private boolean isWithinUse(Node node) {
    int slash = node.name().indexOf('/');
    return slash > 0 && uses.containsKey(node.name().substring(0, slash));
  }
}
