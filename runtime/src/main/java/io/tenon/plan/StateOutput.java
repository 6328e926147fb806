package io.tenon.plan;

import io.tenon.graph.Node;
import io.tenon.layer.Inference;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;

/**
 * A state that a recurrent layer gives besides its result: a tensor without a kernel of its own.
 *
 * @param of the node that gives it
 * @param type what it is
 */
record StateOutput(String of, TensorType type) implements LayerSpec {
  /** The name of a node's state among the tensors of a plan. */
  static String name(String node, int index) {
    return node + "#" + index;
  }

  /** The states of a node. */
  static List<Node> of(Node node) {
    List<Node> states = new ArrayList<>();
    for (int i = 0; i < node.type().states().size(); i++) {
      TensorType type = TensorType.float32(node.type().states().get(i));
      states.add(
          new Node(
              name(node.name(), i),
              node.layer(),
              new StateOutput(node.name(), type),
              List.of(),
              type,
              List.of(),
              node.trainable(),
              ""));
    }
    return states;
  }

  @Override
  public Inference infer(List<TensorType> inputs) {
    return Inference.of(type);
  }
}
