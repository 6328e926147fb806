package io.tenon.keras;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the masks that layers are given are those that Keras works out by itself, as Tenon does.
 * From 3.4 on it writes how: as operations beside the layers, which begin with the comparison that
 * {@code Masking} or {@code Embedding} makes.
 */
final class MaskOrigins {
  /** What masks begin with. */
  private static final String COMPARISON = "NotEqual";

  /** What masks are handed on and merged with. */
  private static final Set<String> OPERATIONS =
      Set.of("Any", "LogicalOr", "ConvertToTensor", "ExpandDims", "BroadcastTo", "Concatenate");

  /** What has the shape of a tensor, and nothing of its values. */
  private static final Set<String> SHAPES = Set.of("ZerosLike", "OnesLike");

  private final Map<String, Config> layers;
  private final Map<String, List<InboundNode>> uses;

  /** The steps of a tensor that differ from a number. */
  private record Comparison(TensorHistory tensor, double number) {}

  /**
   * Masks of a model.
   *
   * @param uses with what each of the layers reads
   */
  MaskOrigins(Map<String, Config> layers, Map<String, List<InboundNode>> uses) {
    this.layers = layers;
    this.uses = uses;
  }

  /** Whether a layer of a file is an operation, such as those that make masks. */
  static boolean isOperation(Config layer) {
    return layer.get("module").text().startsWith("keras.src.ops")
        || KerasObject.className(layer).equals(COMPARISON);
  }

  /**
   * Refuses a mask of the caller's own.
   *
   * @param reader the layer that is given the mask
   * @param node with what else it reads
   */
  void check(String reader, InboundNode node, TensorHistory mask) {
    Set<Comparison> known = new HashSet<>();
    for (String layer : ancestors(node.tensors())) {
      addMade(layer, known);
    }
    if (!isMadeOf(mask, known)) {
      throw new KerasFormatException(
          "%s is given the mask %s, and Tenon's layers know only the masks of Masking and Embedding"
              .formatted(reader, mask.layer()));
    }
  }

  private Set<String> ancestors(List<TensorHistory> tensors) {
    Set<String> found = new HashSet<>();
    Deque<TensorHistory> open = new ArrayDeque<>(tensors);
    while (!open.isEmpty()) {
      String name = ModelReader.plain(open.pop().layer());
      if (found.add(name)) {
        uses.getOrDefault(name, List.of()).forEach(use -> open.addAll(use.tensors()));
      }
    }
    return found;
  }

  /** The comparisons that a layer makes a mask of. */
  private void addMade(String name, Set<Comparison> made) {
    Config layer = layers.getOrDefault(name, Config.of(null));
    Config config = layer.get(KerasObject.CONFIG);
    String className = KerasObject.className(layer);
    boolean masks = className.equals("Masking");
    if (masks || className.equals("Embedding") && config.get("mask_zero").truth(false)) {
      double number = masks ? config.get("mask_value").number(0) : 0;
      for (InboundNode use : uses.getOrDefault(name, List.of())) {
        use.tensors().stream()
            .limit(1)
            .forEach(tensor -> made.add(new Comparison(FunctionalReader.key(tensor), number)));
      }
    }
  }

  private boolean isMadeOf(TensorHistory mask, Set<Comparison> known) {
    Set<String> seen = new HashSet<>();
    Deque<TensorHistory> open = new ArrayDeque<>(List.of(mask));
    boolean compares = false;
    while (!open.isEmpty()) {
      String name = ModelReader.plain(open.pop().layer());
      if (seen.add(name)) {
        String className = KerasObject.className(layers.getOrDefault(name, Config.of(null)));
        for (InboundNode use : uses.getOrDefault(name, List.of())) {
          if (className.equals(COMPARISON)) {
            compares = true;
            if (!known.contains(comparison(use))) {
              return false;
            }
          } else if (OPERATIONS.contains(className) && isOperation(name)) {
            open.addAll(use.tensors());
          } else if (!SHAPES.contains(className)) {
            return false;
          }
        }
      }
    }
    return compares;
  }

  private boolean isOperation(String name) {
    return isOperation(layers.getOrDefault(name, Config.of(null)));
  }

  private static Comparison comparison(InboundNode use) {
    TensorHistory tensor = use.tensors().isEmpty() ? null : use.tensors().get(0);
    return new Comparison(
        tensor == null ? new TensorHistory("", 0, 0) : FunctionalReader.key(tensor),
        use.arguments().get("argument").number(0));
  }
}
