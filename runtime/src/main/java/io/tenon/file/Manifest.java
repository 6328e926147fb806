package io.tenon.file;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model file says it holds. Components are nullable, since a file may leave anything out.
 *
 * @param format the version of the form of the file
 * @param model the model's name
 * @param layers its layers that have weights, in the order in which their weights are stored
 */
record Manifest(int format, @Nullable String model, @Nullable List<Layer> layers) {
  static final int FORMAT = 1;

  /** A layer's name, kind and weights. */
  record Layer(@Nullable String name, @Nullable String className, @Nullable List<Weight> weights) {
    String describe() {
      return "%s %s".formatted(className, weights);
    }
  }

  /** A weight's name and shape. */
  record Weight(@Nullable String name, @Nullable List<Long> shape) {
    @Override
    public String toString() {
      return name + shape;
    }
  }

  /** What a file of that graph holds. */
  static Manifest of(Graph graph) {
    return new Manifest(
        FORMAT,
        graph.name(),
        graph.layers().stream()
            .filter(node -> !node.weights().isEmpty())
            .map(Manifest::layer)
            .toList());
  }

  private static Layer layer(Node node) {
    return new Layer(
        node.layer(),
        node.spec().className(),
        node.weights().stream().map(Manifest::weight).toList());
  }

  private static Weight weight(WeightSpec spec) {
    return new Weight(spec.name(), Arrays.stream(spec.shape().sizes()).boxed().toList());
  }
}
