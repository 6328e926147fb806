package io.tenon.plan;

import io.tenon.graph.Node;
import io.tenon.layer.LayerSpec;
import io.tenon.shape.TensorType;
import java.util.List;

/**
 * Turns a layer that is made of others into these. Found by {@link java.util.ServiceLoader}, as
 * kernels are.
 */
public interface Lowering {
  /** The spec of the layer, or what it has in common with others. */
  Class<? extends LayerSpec> specType();

  /**
   * The nodes in the place of one; the last carries its name.
   *
   * @param inputs the types of what the node reads
   */
  List<LoweredNode> lower(Node node, List<TensorType> inputs);
}
