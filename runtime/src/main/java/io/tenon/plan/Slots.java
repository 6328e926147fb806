package io.tenon.plan;

import static java.util.Objects.requireNonNull;

import io.tenon.graph.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tensors of a plan, in the order in which they are made: of each node its result, and behind
 * it the states that it gives.
 */
final class Slots {
  private final List<LoweredNode> lowered;
  private final List<Node> nodes;
  private final Map<String, Slot> byName = new LinkedHashMap<>();

  Slots(List<LoweredNode> lowered, int batchSize) {
    this.lowered = lowered;
    this.nodes = lowered.stream().map(LoweredNode::node).toList();
    int time = 0;
    for (LoweredNode each : lowered) {
      Slot slot = new Slot(each.node(), time, batchSize * each.repeats());
      byName.put(each.node().name(), slot);
      for (Node state : StateOutput.of(each.node())) {
        Slot stateSlot = new Slot(state, time, batchSize * each.repeats());
        byName.put(state.name(), stateSlot);
        slot.states.add(stateSlot);
      }
      time++;
    }
  }

  /** The nodes in topological order, states aside. */
  List<Node> nodes() {
    return nodes;
  }

  Collection<Slot> all() {
    return byName.values();
  }

  int size() {
    return byName.size();
  }

  Slot of(String name) {
    return requireNonNull(byName.get(name), name);
  }

  Slot of(Node node) {
    return of(node.name());
  }

  /** What a node reads. */
  List<Slot> inputs(Node node) {
    return node.inputs().stream().map(this::of).toList();
  }

  /** The slots of the nodes that read what a node gives. */
  List<Slot> readers(Node node) {
    List<Slot> readers = new ArrayList<>();
    for (Slot slot : all()) {
      if (slot.node.inputs().contains(node.name())) {
        readers.add(slot);
      }
    }
    return readers;
  }

  /** Whether another node has the same weights. */
  boolean sharesLayer(Node node) {
    return nodes.stream().filter(other -> other.layer().equals(node.layer())).count() > 1;
  }

  /** A tensor whose kernel makes no mask of its own has that of the first tensor with one. */
  void handOnMask(Slot slot) {
    if (slot.node.type().masked() && slot.mask == null) {
      String from = maskFrom(slot.node);
      slot.mask = requireNonNull(of(from).mask, from);
    }
  }

  private String maskFrom(Node node) {
    String named = lowered.get(nodes.indexOf(node)).maskFrom();
    return named != null
        ? named
        : node.inputs().stream().filter(input -> of(input).mask != null).findFirst().orElseThrow();
  }

  /** By name. */
  Map<String, Slot> byName() {
    return byName;
  }
}
