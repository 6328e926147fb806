package io.tenon.keras;

import io.tenon.layer.LayerSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a graph of layers: each is given with all its uses, and these with what they read. */
final class FunctionalReader {
  private final String model;
  private final GraphAssembler assembler;
  private final Map<String, Config> layers = new LinkedHashMap<>();
  private final Map<String, List<InboundNode>> uses = new HashMap<>();
  private final Map<TensorHistory, String> tensors = new HashMap<>();

  FunctionalReader(String model, GraphAssembler assembler, List<Config> layers) {
    this.model = model;
    this.assembler = assembler;
    for (Config layer : layers) {
      String name = ModelReader.name(layer);
      if (this.layers.put(name, layer) != null) {
        throw new KerasFormatException("%s has two layers called %s".formatted(model, name));
      }
      uses.put(name, layer.get("inbound_nodes").list().stream().map(InboundNode::read).toList());
    }
  }

  void read(Config config) {
    List<TensorHistory> outputs = TensorHistory.ends(config.get("output_layers"));
    Set<String> embedded = readByEmbeddings();
    for (TensorHistory input : TensorHistory.ends(config.get("input_layers"))) {
      String name = ModelReader.plain(input.layer());
      Config layer = layers.get(name);
      if (layer == null || !GraphAssembler.isInput(layer)) {
        throw new KerasFormatException(
            "%s has no InputLayer called %s, which input_layers names".formatted(model, name));
      }
      boolean tokens = embedded.contains(name);
      assembler.input(name, layer.get(KerasObject.CONFIG), Config.of(null), tokens);
      tensors.put(key(input), name);
    }
    add(needed(outputs));
    for (TensorHistory output : outputs) {
      assembler.output(tensor(model, output));
    }
  }

  private record Use(String layer, int index, InboundNode node) {}

  /**
   * Inputs whose only readers are embeddings, and what makes masks for them: Keras takes numbers of
   * words as any numbers.
   */
  private Set<String> readByEmbeddings() {
    Set<String> embedded = new HashSet<>();
    Set<String> others = new HashSet<>();
    uses.forEach(
        (name, nodes) -> {
          Config layer = layers.getOrDefault(name, Config.of(null));
          if (MaskOrigins.isOperation(layer)) {
            return;
          }
          boolean embeds = KerasObject.className(layer).equals("Embedding");
          for (InboundNode node : nodes) {
            for (TensorHistory tensor : node.tensors()) {
              (embeds ? embedded : others).add(ModelReader.plain(tensor.layer()));
            }
          }
        });
    embedded.removeAll(others);
    return embedded;
  }

  /** The layers that outputs depend on; masks, which Keras 3 may write as layers, left aside. */
  private Set<String> needed(List<TensorHistory> outputs) {
    Set<String> needed = new HashSet<>();
    MaskOrigins masks = new MaskOrigins(layers, uses);
    Deque<String> open = new ArrayDeque<>();
    outputs.forEach(output -> open.push(ModelReader.plain(output.layer())));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (needed.add(name)) {
        for (InboundNode node : uses.getOrDefault(name, List.of())) {
          node.tensors().forEach(tensor -> open.push(ModelReader.plain(tensor.layer())));
          node.masks().forEach(mask -> masks.check(name, node, mask));
        }
      }
    }
    return needed;
  }

  /** Adds uses in the order of the file, but each after those it reads. */
  private void add(Set<String> needed) {
    List<Use> open = new ArrayList<>();
    layers.forEach(
        (name, layer) -> {
          if (needed.contains(name) && !GraphAssembler.isInput(layer)) {
            List<InboundNode> nodes = uses.getOrDefault(name, List.of());
            for (int i = 0; i < nodes.size(); i++) {
              open.add(new Use(name, i, nodes.get(i)));
            }
          }
        });
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Iterator<Use> each = open.iterator(); each.hasNext(); ) {
        Use use = each.next();
        if (use.node().tensors().stream().allMatch(this::isKnown)) {
          add(use);
          each.remove();
          progress = true;
        }
      }
    }
    if (!open.isEmpty()) {
      throw new KerasFormatException(
          "%s reads a tensor that no layer gives".formatted(open.get(0).layer()));
    }
  }

  private void add(Use use) {
    Config layer = layers.getOrDefault(use.layer(), Config.of(null));
    InboundNode node = use.node();
    String tensor =
        use.index() == 0 ? use.layer() : assembler.fresh(use.layer() + "_use" + use.index());
    List<String> given = List.of(tensor);
    if (ModelReader.isModel(layer)) {
      List<String> inputs = names(use, node.inputs(use.layer(), List.of(), Set.of()));
      given = assembler.addModel(layer, tensor, inputs);
    } else {
      addLayer(layer, use, tensor);
    }
    for (int i = 0; i < given.size(); i++) {
      tensors.put(new TensorHistory(use.layer(), use.index(), i), given.get(i));
    }
  }

  private void addLayer(Config layer, Use use, String tensor) {
    InboundNode node = use.node();
    if (node.tensors().isEmpty()) {
      throw new KerasFormatException(use.layer() + " reads nothing");
    }
    String first = tensor(use.layer(), node.tensors().get(0));
    LayerSpec spec = assembler.spec(layer, first, node.arguments());
    List<String> inputs =
        names(
            use,
            node.inputs(
                "%s (%s)".formatted(use.layer(), KerasObject.className(layer)),
                spec.kerasKeys().inputs(),
                Component.arguments(spec.getClass())));
    if (uses.getOrDefault(use.layer(), List.of()).size() > 1) {
      assembler.addShared(layer, spec, tensor, inputs);
    } else {
      assembler.add(layer, spec, tensor, inputs);
    }
  }

  private List<String> names(Use use, List<TensorHistory> inputs) {
    return inputs.stream().map(history -> tensor(use.layer(), history)).toList();
  }

  static TensorHistory key(TensorHistory tensor) {
    return new TensorHistory(ModelReader.plain(tensor.layer()), tensor.call(), tensor.index());
  }

  private static TensorHistory first(TensorHistory tensor) {
    return new TensorHistory(ModelReader.plain(tensor.layer()), tensor.call(), 0);
  }

  private boolean isKnown(TensorHistory tensor) {
    return tensors.containsKey(key(tensor)) || tensors.containsKey(first(tensor));
  }

  /** The name of a tensor; the states of a recurrent layer are added when they are asked for. */
  private String tensor(String reader, TensorHistory history) {
    String known = tensors.get(key(history));
    if (known != null) {
      return known;
    }
    String giver = tensors.get(first(history));
    if (giver == null || history.index() < 1) {
      throw new KerasFormatException(
          "%s reads a tensor of %s, which gives none".formatted(reader, history.layer()));
    }
    String state = assembler.state(giver, history.index() - 1);
    tensors.put(key(history), state);
    return state;
  }
}
