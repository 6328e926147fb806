package io.tenon.source;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.layer.ModelInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In what two graphs differ, tensor by tensor. Names of models and losses do not matter. */
public final class GraphDifferences {
  private GraphDifferences() {}

  /** A line for each tensor that differs; empty if both compute the same under the same names. */
  public static List<String> between(Graph expected, Graph found) {
    List<String> lines = new ArrayList<>();
    Map<String, Node> others = new LinkedHashMap<>();
    found.nodes().forEach(node -> others.put(node.name(), node));
    for (Node node : expected.nodes()) {
      Node other = others.remove(node.name());
      if (other == null) {
        lines.add("%s: expected %s, found none".formatted(node.name(), describe(node)));
      } else if (!node.equals(other)) {
        lines.add(
            "%s: expected %s, found %s".formatted(node.name(), describe(node), describe(other)));
      }
    }
    others.forEach(
        (name, node) -> lines.add("%s: expected none, found %s".formatted(name, describe(node))));
    if (lines.isEmpty() && !ends(expected).equals(ends(found))) {
      lines.add("expected %s, found %s".formatted(ends(expected), ends(found)));
    }
    return lines;
  }

  private static String describe(Node node) {
    String layer =
        node.spec() instanceof InputLayer || node.spec() instanceof ModelInput
            ? "an input"
            : String.join(" ", new AnnotationSource(new Imports(List.of())).of(node.spec()));
    String reads = node.inputs().isEmpty() ? "" : " of " + String.join(", ", node.inputs());
    String shared = node.layer().equals(node.name()) ? "" : " by " + node.layer();
    String frozen = node.trainable() ? "" : ", frozen";
    return "%s%s%s: %s%s".formatted(layer, reads, shared, node.type(), frozen);
  }

  private static String ends(Graph graph) {
    return "inputs %s and outputs %s"
        .formatted(
            graph.inputs().stream().map(Node::name).toList(),
            graph.outputs().stream().map(OutputSpec::tensor).toList());
  }
}
