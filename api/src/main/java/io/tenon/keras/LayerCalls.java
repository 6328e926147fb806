package io.tenon.keras;

import io.tenon.check.ModelUse;
import io.tenon.check.TensorDeclaration;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A graph as Keras sees it: layers and models, each with its calls, and what these read. */
final class LayerCalls {
  private final Graph graph;
  private final Map<String, Layer> layers = new LinkedHashMap<>();
  private final Map<String, TensorHistory> histories = new HashMap<>();

  LayerCalls(Graph graph) {
    this.graph = graph;
    Map<String, ModelUse> uses = new HashMap<>();
    graph.declaration().uses().forEach(use -> uses.put(use.tensor(), use));
    for (TensorDeclaration tensor : graph.declaration().tensors()) {
      findNode(tensor.name())
          .ifPresent(
              node -> {
                ModelUse use = uses.get(node.name());
                if (use != null) {
                  add(use);
                } else if (!isWithin(node.name(), uses)) {
                  add(node);
                }
              });
    }
  }

  /**
   * A layer.
   *
   * @param name its name
   * @param spec what it is, if it is no model
   * @param model what it is, if it is a model
   * @param calls what each of its calls reads
   */
  record Layer(
      String name, @Nullable LayerSpec spec, @Nullable Graph model, List<List<String>> calls) {}

  private Optional<Node> findNode(String name) {
    return Optional.ofNullable(graph.hasTensor(name) ? graph.node(name) : null);
  }

  /** Whether a tensor is one that a model used as a layer is made of. */
  private static boolean isWithin(String tensor, Map<String, ModelUse> uses) {
    int slash = tensor.indexOf('/');
    return slash > 0 && uses.containsKey(tensor.substring(0, slash));
  }

  private void add(Node node) {
    if (node.spec() instanceof State.Spec state) {
      TensorHistory giver = history(node.inputs().get(0));
      histories.put(node.name(), new TensorHistory(giver.layer(), giver.call(), 1 + state.index()));
      return;
    }
    Layer layer =
        layers.computeIfAbsent(
            node.layer(), name -> new Layer(name, node.spec(), null, new ArrayList<>()));
    histories.put(node.name(), new TensorHistory(node.layer(), layer.calls().size(), 0));
    layer.calls().add(node.inputs());
  }

  /** The outputs of one call are uses of the same inputs. */
  private void add(ModelUse use) {
    Layer layer =
        layers.computeIfAbsent(
            use.layer(), name -> new Layer(name, null, use.model(), new ArrayList<>()));
    List<String> outputs = use.model().outputs().stream().map(OutputSpec::tensor).toList();
    int output = outputs.indexOf(use.output());
    int call = layer.calls().lastIndexOf(use.inputs());
    boolean given =
        histories.containsValue(new TensorHistory(use.layer(), Math.max(call, 0), output));
    if (call < 0 || given) {
      call = layer.calls().size();
      layer.calls().add(use.inputs());
    }
    histories.put(use.tensor(), new TensorHistory(use.layer(), call, output));
  }

  /** The layers, in the order in which they were declared. */
  List<Layer> layers() {
    return List.copyOf(layers.values());
  }

  /** Whether each is a layer, called once, and reads the one before it alone. */
  boolean isChain() {
    List<Layer> all = layers();
    for (int i = 1; i < all.size(); i++) {
      List<List<String>> calls = all.get(i).calls();
      LayerSpec spec = all.get(i).spec();
      boolean operation = spec != null && spec.kerasKeys().isOperation();
      if (operation || calls.size() != 1 || calls.get(0).size() != 1) {
        return false;
      }
      TensorHistory read = history(calls.get(0).get(0));
      if (!read.equals(new TensorHistory(all.get(i - 1).name(), 0, 0))) {
        return false;
      }
    }
    TensorHistory last = history(graph.outputs().get(0).tensor());
    return graph.outputs().size() == 1
        && last.equals(new TensorHistory(all.get(all.size() - 1).name(), 0, 0));
  }

  /** Where a tensor comes from. */
  TensorHistory history(String tensor) {
    TensorHistory history = histories.get(tensor);
    if (history == null) {
      throw new IllegalArgumentException(
          "%s reads %s, which no layer of it gives".formatted(graph.name(), tensor));
    }
    return history;
  }
}
