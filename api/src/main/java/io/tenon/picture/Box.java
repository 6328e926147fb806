package io.tenon.picture;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.ModelInput;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands for a tensor in a picture, with the layer that makes it. A model used as a layer is
 * one box for each use.
 *
 * @param name the tensor's name
 * @param layer what makes it, such as {@code Dense}, with the layer's name where that is another
 * @param shape its shape
 * @param kind where in the model it stands
 * @param inputs the names of those that it reads
 */
record Box(String name, String layer, String shape, Kind kind, List<String> inputs) {
  /** Where in a model a tensor stands. */
  enum Kind {
    /** The model begins with it. */
    INPUT,
    /** It is made of others, and others of it. */
    INNER,
    /** The model gives it. */
    OUTPUT
  }

  /** The boxes of a graph, each behind those that it reads. */
  static List<Box> of(Graph graph) {
    Set<String> outputs = new HashSet<>();
    for (OutputSpec output : graph.outputs()) {
      outputs.add(output.tensor());
    }
    List<Box> boxes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      int slash = node.name().indexOf('/');
      if (slash > 0 && graph.hasTensor(node.name().substring(0, slash))) {
        continue; // a part of the model that the tensor of that name stands for
      }
      Set<String> inputs = new LinkedHashSet<>();
      String model = new Within(graph, node.name() + "/", inputs).model(node);
      Kind inner = outputs.contains(node.name()) ? Kind.OUTPUT : Kind.INNER;
      boxes.add(
          new Box(
              node.name(),
              model.isEmpty() ? layer(node) : describe(model, owner(node), node.name()),
              node.type().shape().toString(),
              node.isInput() ? Kind.INPUT : inner,
              List.copyOf(inputs)));
    }
    return boxes;
  }

  /** The way back through the parts of a model that a tensor stands for. */
  private static final class Within {
    private final Graph graph;
    private final String prefix;
    private final Set<String> inputs;
    private final Set<String> seen = new HashSet<>();
    private String model = "";

    Within(Graph graph, String prefix, Set<String> inputs) {
      this.graph = graph;
      this.prefix = prefix;
      this.inputs = inputs;
    }

    /** Adds what is read from outside, and tells the model's name; empty if there is none. */
    String model(Node last) {
      Deque<Node> open = new ArrayDeque<>(List.of(last));
      while (!open.isEmpty()) {
        Node node = open.pop();
        if (node.spec() instanceof ModelInput input) {
          model = input.name().substring(0, input.name().lastIndexOf('.'));
        }
        for (String input : node.inputs()) {
          if (!input.startsWith(prefix)) {
            inputs.add(input);
          } else if (seen.add(input)) {
            open.addLast(graph.node(input));
          }
        }
      }
      return model;
    }
  }

  /** The name of the model that a layer belongs to. */
  private static String owner(Node node) {
    int slash = node.layer().indexOf('/');
    return slash < 0 ? node.layer() : node.layer().substring(0, slash);
  }

  private static String layer(Node node) {
    return node.isInput()
        ? "input, " + node.type().dataType().kerasName()
        : describe(node.spec().className(), node.layer(), node.name());
  }

  private static String describe(String className, String layer, String tensor) {
    return layer.equals(tensor) || layer.contains("/")
        ? className
        : "%s (%s)".formatted(className, layer);
  }
}
