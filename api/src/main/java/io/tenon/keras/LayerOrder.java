package io.tenon.keras;

import io.tenon.graph.Graph;
import io.tenon.graph.OutputSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order that Keras gives the layers of a graph: those farthest from the outputs first, and of
 * one distance in the order in which they are met on the way back from the outputs. Files list
 * layers, and weights, in this order.
 */
final class LayerOrder {
  private final LayerCalls calls;
  private final Map<String, LayerCalls.Layer> layers = new LinkedHashMap<>();
  private final Map<String, Integer> met = new HashMap<>();
  private final List<Call> finished = new ArrayList<>();
  private final Set<Call> seen = new HashSet<>();

  LayerOrder(LayerCalls calls) {
    this.calls = calls;
    calls.layers().forEach(layer -> layers.put(layer.name(), layer));
  }

  private record Call(String layer, int index) {}

  /** The layers of a graph, in Keras's order. */
  List<LayerCalls.Layer> of(Graph graph) {
    for (OutputSpec output : graph.outputs()) {
      visit(call(output.tensor()));
    }
    Map<Call, Integer> depths = new HashMap<>();
    Map<String, Integer> depthOfLayer = new HashMap<>();
    List<Call> fromOutputs = new ArrayList<>(finished);
    Collections.reverse(fromOutputs);
    for (Call call : fromOutputs) {
      int depth =
          Math.max(depths.getOrDefault(call, 0), depthOfLayer.getOrDefault(call.layer(), 0));
      depthOfLayer.put(call.layer(), depth);
      depths.put(call, depth);
      for (Call giver : givers(call)) {
        depths.merge(giver, depth + 1, Math::max);
      }
    }
    List<LayerCalls.Layer> order = new ArrayList<>(layers.values());
    order.sort(
        Comparator.<LayerCalls.Layer>comparingInt(
                layer -> -depthOfLayer.getOrDefault(layer.name(), 0))
            .thenComparingInt(layer -> met.getOrDefault(layer.name(), -1)));
    return order;
  }

  private record Step(Call call, Iterator<Call> givers) {}

  /** Depth first, without recursion: a model may be deep. */
  private void visit(Call end) {
    Deque<Step> path = new ArrayDeque<>();
    enter(end, path);
    while (!path.isEmpty()) {
      Step step = path.peek();
      if (step.givers().hasNext()) {
        enter(step.givers().next(), path);
      } else {
        finished.add(path.pop().call());
      }
    }
  }

  private void enter(Call call, Deque<Step> path) {
    if (seen.add(call)) {
      met.putIfAbsent(call.layer(), met.size());
      path.push(new Step(call, givers(call).iterator()));
    }
  }

  private List<Call> givers(Call call) {
    LayerCalls.Layer layer = layers.get(call.layer());
    return layer == null
        ? List.of()
        : layer.calls().get(call.index()).stream().map(this::call).toList();
  }

  private Call call(String tensor) {
    TensorHistory history = calls.history(tensor);
    return new Call(history.layer(), history.call());
  }
}
