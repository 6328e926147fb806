package io.tenon.network;

import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import io.tenon.plan.Parameters;
import io.tenon.shape.TensorType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer of a network: what it is, and its weights to read and set. */
public final class LayerView {
  private final String model;
  private final Node node;
  private final Parameters parameters;

  LayerView(String model, Node node, Parameters parameters) {
    this.model = model;
    this.node = node;
    this.parameters = parameters;
  }

  /** The layer's name. */
  public String name() {
    return node.layer();
  }

  /** Keras's name of the kind of layer, such as {@code Conv2D}. */
  public String className() {
    return node.spec().className();
  }

  /** What the layer gives, without the batch axis. */
  public TensorType outputType() {
    return node.type();
  }

  /** The number of elements in all weights. */
  public long parameters() {
    return node.parameters();
  }

  /** Names, shapes and initializers of the weights, in Keras's order. */
  public List<WeightSpec> weightSpecs() {
    return node.weights();
  }

  /** Copies of the weights, in Keras's order. */
  public List<INDArray> weights() {
    return node.weights().stream().map(weight -> view(weight).dup('c')).toList();
  }

  /**
   * A copy of one weight, such as {@code kernel}.
   *
   * @throws IllegalArgumentException if the layer has none of that name
   */
  public INDArray weight(String name) {
    return node.weights().stream()
        .filter(weight -> weight.name().equals(name))
        .findFirst()
        .map(weight -> view(weight).dup('c'))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s.%s has no weight \"%s\", but %s"
                        .formatted(model, name(), name, weightNames())));
  }

  /**
   * Sets all weights, in Keras's order; nothing is set if one does not fit.
   *
   * @throws IllegalArgumentException if there are more or fewer, or one has another shape
   */
  public void setWeights(INDArray... values) {
    List<WeightSpec> specs = node.weights();
    if (values.length != specs.size()) {
      throw new IllegalArgumentException(
          "%s.%s takes %s, found %d arrays".formatted(model, name(), weightNames(), values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Arrays.equals(values[i].shape(), specs.get(i).shape().sizes())) {
        throw new IllegalArgumentException(
            "%s.%s: the %s has shape %s, found %s"
                .formatted(
                    model,
                    name(),
                    specs.get(i).name(),
                    specs.get(i).shape(),
                    Arrays.toString(values[i].shape())));
      }
    }
    for (int i = 0; i < values.length; i++) {
      parameters.set(node.layer(), specs.get(i).name(), values[i]);
    }
  }

  private INDArray view(WeightSpec weight) {
    return parameters.weight(node.layer(), weight.name());
  }

  private String weightNames() {
    return node.weights().isEmpty()
        ? "no weights"
        : node.weights().stream().map(WeightSpec::name).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "%s(%s, %s, %d parameters)".formatted(className(), name(), outputType(), parameters());
  }
}
