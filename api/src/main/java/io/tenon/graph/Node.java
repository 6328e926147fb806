package io.tenon.graph;

import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import io.tenon.shape.TensorType;
import java.util.List;

/**
 * A tensor of a graph and the layer that makes it.
 *
 * @param name the tensor's name
 * @param layer the layer's name, by which its weights are known: the tensor's name, but for a
 *     shared layer
 * @param spec the layer
 * @param inputs the tensors that it reads
 * @param type what it gives
 * @param weights the layer's weights, in Keras's order
 * @param trainable whether training changes the layer; a frozen layer runs as when predicting
 * @param arithmetic how the shape comes about, such as {@code kernelSize 3: 8 - 3 + 1 = 6}
 */
public record Node(
    String name,
    String layer,
    LayerSpec spec,
    List<String> inputs,
    TensorType type,
    List<WeightSpec> weights,
    boolean trainable,
    String arithmetic) {

  /** Copies the lists. */
  public Node {
    inputs = List.copyOf(inputs);
    weights = List.copyOf(weights);
  }

  /** Whether the model begins here. */
  public boolean isInput() {
    return spec instanceof InputLayer;
  }

  /** The number of elements in all weights of the layer. */
  public long parameters() {
    long parameters = 0;
    for (WeightSpec weight : weights) {
      parameters += weight.size();
    }
    return parameters;
  }
}
