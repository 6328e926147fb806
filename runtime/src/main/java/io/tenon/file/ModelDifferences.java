package io.tenon.file;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.keras.KerasFormatException;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.State;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What tells two models apart, layer by layer, as far as it changes what they predict. */
final class ModelDifferences {
  /** What a layer begins with or is held to, and predicts the same without. */
  private static final Set<Class<?>> FOR_TRAINING =
      Set.of(Initializer.Spec.class, Regularizer.Spec.class, Constraint.Spec.class);

  private ModelDifferences() {}

  /**
   * Makes sure that a file holds the model that is expected. Its layers may be called otherwise, if
   * they are the same in order.
   */
  static void require(Graph expected, Graph found) {
    List<Node> left = layers(expected);
    List<Node> right = layers(found);
    List<String> byOrder = new ArrayList<>();
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      byOrder.addAll(differences(left.get(i), right.get(i)));
    }
    if (byOrder.isEmpty() && left.size() == right.size()) {
      return;
    }
    List<String> differences = byName(left, right);
    if (!differences.isEmpty()) {
      throw new KerasFormatException(
          "it holds another model than %s:%n  %s"
              .formatted(expected.name(), String.join(System.lineSeparator() + "  ", differences)));
    }
  }

  /** The layers that compute something of their own. */
  private static List<Node> layers(Graph graph) {
    return graph.layers().stream()
        .filter(node -> !node.isInput() && !(node.spec() instanceof State.Spec))
        .toList();
  }

  private static List<String> byName(List<Node> left, List<Node> right) {
    Map<String, Node> others = new LinkedHashMap<>();
    right.forEach(node -> others.put(node.layer(), node));
    List<String> differences = new ArrayList<>();
    for (Node node : left) {
      Node other = others.remove(node.layer());
      if (other == null) {
        differences.add(
            "%s: expected %s, the file has none".formatted(node.layer(), describe(node)));
      } else {
        differences.addAll(differences(node, other));
      }
    }
    others
        .values()
        .forEach(
            node ->
                differences.add(
                    "%s: expected none, found %s".formatted(node.layer(), describe(node))));
    return differences;
  }

  private static List<String> differences(Node expected, Node found) {
    if (!expected.spec().className().equals(found.spec().className())
        || !weights(expected).equals(weights(found))) {
      return List.of(
          "%s: expected %s, found %s"
              .formatted(expected.layer(), describe(expected), describe(found)));
    }
    List<String> differences = new ArrayList<>();
    compare(expected.layer(), expected.spec(), found.spec(), differences);
    return differences;
  }

  private static void compare(
      String layer, LayerSpec expected, LayerSpec found, List<String> differences) {
    if (!expected.getClass().equals(found.getClass()) || !expected.getClass().isRecord()) {
      return;
    }
    for (RecordComponent component : expected.getClass().getRecordComponents()) {
      Object left = value(component, expected);
      Object right = value(component, found);
      if (left instanceof LayerSpec inner && right instanceof LayerSpec other) {
        compare(layer, inner, other, differences);
      } else if (!FOR_TRAINING.contains(component.getType())
          && left != null
          && !left.equals(right)) {
        differences.add(
            "%s: expected %s = %s, found %s".formatted(layer, component.getName(), left, right));
      }
    }
  }

  private static @Nullable Object value(RecordComponent component, LayerSpec spec) {
    try {
      return component.getAccessor().invoke(spec);
    } catch (ReflectiveOperationException e) {
      return null; // not to be seen from here, as in a layer of one's own
    }
  }

  private static String describe(Node node) {
    return "%s %s".formatted(node.spec().className(), weights(node));
  }

  private static List<String> weights(Node node) {
    return node.weights().stream()
        .map(weight -> weight.name() + "[" + weight.shape() + "]")
        .toList();
  }
}
