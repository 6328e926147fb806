package io.tenon.source;

import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.ModelInput;
import io.tenon.source.Part.Application;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tensors of a model used as a layer, gathered from its uses under the names it gave them. */
final class NestedNodes {
  private final String model;
  private final Map<String, Node> inputs = new LinkedHashMap<>();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Set<String> outputs = new LinkedHashSet<>();
  private String interfaceName;

  NestedNodes(String model) {
    this.model = model;
    this.interfaceName = model;
  }

  /** Takes over the tensors of one use. */
  Application add(Node end, List<Node> inner) {
    Map<String, String> read = new LinkedHashMap<>();
    for (Node node : inner) {
      if (Part.isEntry(node)) {
        Node input = Part.input(node);
        inputs.putIfAbsent(input.name(), input);
        read.put(input.name(), node.inputs().get(0));
        interfaceName = declaring((ModelInput) node.spec());
      } else {
        Node own = own(node, Part.rest(node.name()));
        nodes.putIfAbsent(own.name(), own);
      }
    }
    boolean shared = inner.stream().anyMatch(node -> node.layer().equals(end.layer()));
    String output = Part.rest(end.layer()) + (shared ? "Result" : "");
    nodes.putIfAbsent(output, own(end, output));
    outputs.add(output);
    return new Application(model, read, output);
  }

  /** The name of a model, of which an input tells: {@code Encoder.photo}. */
  private static String declaring(ModelInput input) {
    return input.name().substring(0, input.name().lastIndexOf('.'));
  }

  private static Node own(Node node, String name) {
    return new Node(
        name,
        Part.rest(node.layer()),
        node.spec(),
        node.inputs().stream().map(Part::rest).toList(),
        node.type(),
        node.weights(),
        node.trainable(),
        node.arithmetic());
  }

  Part part() {
    List<Node> all = new ArrayList<>(inputs.values());
    all.addAll(nodes.values());
    return Part.of(interfaceName, all, outputs.stream().map(OutputSpec::of).toList());
  }
}
