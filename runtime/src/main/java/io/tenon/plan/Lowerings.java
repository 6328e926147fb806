package io.tenon.plan;

import io.tenon.graph.Node;
import io.tenon.layer.LayerSpec;
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

  private Lowerings() {}

  /** The nodes that run, in topological order. */
  static List<LoweredNode> of(List<Node> nodes) {
    Lowerings lowerings = new Lowerings();
    nodes.forEach(node -> lowerings.add(LoweredNode.of(node)));
    return lowerings.nodes;
  }

  private void add(LoweredNode lowered) {
    Node node = lowered.node();
    Lowering lowering = lowering(node.spec());
    if (lowering == null) {
      types.put(node.name(), node.type());
      nodes.add(lowered);
      return;
    }
    List<TensorType> inputs =
        node.inputs().stream().map(input -> Objects.requireNonNull(types.get(input))).toList();
    for (LoweredNode part : lowering.lower(node, inputs)) {
      String maskFrom = part.maskFrom() == null ? lowered.maskFrom() : part.maskFrom();
      add(new LoweredNode(part.node(), part.repeats() * lowered.repeats(), maskFrom));
    }
  }

  private static @Nullable Lowering lowering(LayerSpec spec) {
    Lowering lowering = LOWERINGS.get(spec.getClass());
    for (Class<?> shared : spec.getClass().getInterfaces()) {
      lowering = lowering == null ? LOWERINGS.get(shared) : lowering;
    }
    return lowering;
  }
}
