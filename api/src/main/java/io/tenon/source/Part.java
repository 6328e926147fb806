package io.tenon.source;

import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.layer.Lambda;
import io.tenon.layer.ModelInput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A model to be declared: the tensors of its own, and the models used in it, as they were before
 * they were taken apart.
 *
 * @param interfaceName the name of its interface
 * @param nodes its tensors, those that a model within gives among them
 * @param applications by the tensor that they give: the uses of models within
 * @param models by their name as layers
 * @param outputs what it gives
 */
record Part(
    String interfaceName,
    List<Node> nodes,
    Map<String, Application> applications,
    Map<String, Part> models,
    List<OutputSpec> outputs) {

  /**
   * A use of a model.
   *
   * @param model its name as a layer
   * @param inputs what it reads, by its own inputs
   * @param output the output that it gives
   */
  record Application(String model, Map<String, String> inputs, String output) {}

  /** The model of some nodes, which may be parts of models within. */
  static Part of(String interfaceName, List<Node> nodes, List<OutputSpec> outputs) {
    Map<String, List<Node>> within = new LinkedHashMap<>();
    List<Node> own = new ArrayList<>();
    for (Node node : nodes) {
      if (node.name().contains("/")) {
        within.computeIfAbsent(first(node.name()), unused -> new ArrayList<>()).add(node);
      } else {
        own.add(node);
      }
    }
    Map<String, Application> applications = new LinkedHashMap<>();
    Map<String, NestedNodes> nested = new LinkedHashMap<>();
    for (Node end : own) {
      List<Node> inner = within.get(end.name());
      if (inner != null) {
        String model = first(end.layer());
        NestedNodes nodesOfModel = nested.computeIfAbsent(model, unused -> new NestedNodes(model));
        applications.put(end.name(), nodesOfModel.add(end, inner));
      }
    }
    Map<String, Part> models = new LinkedHashMap<>();
    nested.forEach((model, nodesOfModel) -> models.put(model, nodesOfModel.part()));
    return new Part(interfaceName, own, applications, models, outputs);
  }

  /** A model within. */
  Part model(String layer) {
    return Objects.requireNonNull(models.get(layer));
  }

  /** Whether training leaves all of it as it is. */
  boolean isFrozen() {
    List<Node> weighty = nodes.stream().filter(node -> !node.weights().isEmpty()).toList();
    return !weighty.isEmpty() && weighty.stream().noneMatch(Node::trainable);
  }

  /** Whether it is a chain of layers, the last of which is its only output. */
  boolean isSequential() {
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      boolean reads =
          i == 0 ? node.isInput() : node.inputs().equals(List.of(nodes.get(i - 1).name()));
      boolean own = node.layer().equals(node.name()) && !(node.spec() instanceof Lambda.Spec);
      if (!reads || !own) {
        return false;
      }
    }
    String last = nodes.get(nodes.size() - 1).name();
    return outputs.stream().map(OutputSpec::tensor).toList().equals(List.of(last));
  }

  /** The part of a name before the first slash. */
  static String first(String name) {
    return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
  }

  /** The part of a name after the first slash. */
  static String rest(String name) {
    return name.substring(name.indexOf('/') + 1);
  }

  /** Whether a node is where a model within begins: what it passes on comes from outside. */
  static boolean isEntry(Node node) {
    return node.spec() instanceof ModelInput
        && !first(node.inputs().get(0)).equals(first(node.name()));
  }

  /** Where a model within begins, as the input that it was declared to be. */
  static Node input(Node entry) {
    ModelInput input = (ModelInput) entry.spec();
    String name = rest(entry.name());
    return new Node(
        name,
        name,
        new InputLayer(input.declared()),
        List.of(),
        input.declared(),
        List.of(),
        true,
        "");
  }
}
