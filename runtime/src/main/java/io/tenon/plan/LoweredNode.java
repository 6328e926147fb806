package io.tenon.plan;

import io.tenon.graph.Node;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import io.tenon.shape.TensorType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node as the engine runs it.
 *
 * @param node the node
 * @param repeats how many samples it sees for each sample of the batch: the steps of a layer that
 *     runs over time
 * @param maskFrom the node whose mask it hands on, where that is none that it reads
 */
public record LoweredNode(Node node, long repeats, @Nullable String maskFrom) {
  /**
   * A part of a node.
   *
   * @param name the name of what the part gives: the node's own for the last part
   * @param inputs what the part reads
   * @param type what it gives
   * @param weights those of the node's weights that it uses
   */
  public static Node part(
      Node of,
      String name,
      LayerSpec spec,
      List<String> inputs,
      TensorType type,
      List<WeightSpec> weights) {
    return new Node(name, of.layer(), spec, inputs, type, weights, of.trainable(), "");
  }

  /** The name of a state that a node gives besides its result. */
  public static String state(String node, int index) {
    return StateOutput.name(node, index);
  }

  /** A node that runs as it is. */
  public static LoweredNode of(Node node) {
    return new LoweredNode(node, 1, null);
  }
}
