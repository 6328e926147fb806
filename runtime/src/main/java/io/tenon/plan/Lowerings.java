package io.tenon.plan;

import io.tenon.graph.Node;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.ModelInput;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Turns the layers of a graph that are made of others into these, until none is left. */
final class Lowerings {
  private static final Map<Class<?>, Lowering> LOWERINGS = new HashMap<>();

  static {
    for (Lowering lowering : ServiceLoader.load(Lowering.class, Lowering.class.getClassLoader())) {
      LOWERINGS.put(lowering.specType(), lowering);
    }
  }

  private final List<LoweredNode> nodes = new ArrayList<>();
  private final Map<String, TensorType> types = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();

  private Lowerings() {}

  /** The nodes that run, in topological order. */
  static List<LoweredNode> of(List<Node> nodes) {
    Lowerings lowerings = new Lowerings();
    nodes.forEach(node -> lowerings.add(LoweredNode.of(node)));
    return lowerings.nodes;
  }

  private void add(LoweredNode lowered) {
    Node node = resolve(lowered.node());
    if (node.spec() instanceof ModelInput) {
      String given = node.inputs().get(0);
      aliases.put(node.name(), given);
      types.put(node.name(), Objects.requireNonNull(types.get(given)));
      return;
    }
    Lowering lowering = lowering(node.spec());
    if (lowering == null) {
      types.put(node.name(), node.type());
      nodes.add(new LoweredNode(node, lowered.repeats(), lowered.maskFrom()));
      return;
    }
    List<TensorType> inputs =
        node.inputs().stream().map(input -> Objects.requireNonNull(types.get(input))).toList();
    for (LoweredNode part : lowering.lower(node, inputs)) {
      String maskFrom = part.maskFrom() == null ? lowered.maskFrom() : part.maskFrom();
      add(new LoweredNode(part.node(), part.repeats() * lowered.repeats(), maskFrom));
    }
  }

  /** The same node, reading what models that are used as layers were given. */
  private Node resolve(Node node) {
    List<String> inputs =
        node.inputs().stream().map(input -> aliases.getOrDefault(input, input)).toList();
    return inputs.equals(node.inputs())
        ? node
        : new Node(
            node.name(),
            node.layer(),
            node.spec(),
            inputs,
            node.type(),
            node.weights(),
            node.trainable(),
            node.arithmetic());
  }

  private static @Nullable Lowering lowering(LayerSpec spec) {
    Lowering lowering = LOWERINGS.get(spec.getClass());
    for (Class<?> shared : spec.getClass().getInterfaces()) {
      lowering = lowering == null ? LOWERINGS.get(shared) : lowering;
    }
    return lowering;
  }
}
