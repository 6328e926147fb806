package io.tenon.plan;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import io.tenon.loss.LossFunction;
import io.tenon.loss.LossKernel;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a graph learns in a plan, and from which losses; nothing, where the plan predicts. */
final class Learning {
  private final Graph graph;
  private final Slots slots;
  private final boolean training;
  private final boolean gradientsGiven;
  private final Map<String, LossFunction> losses;
  private final Set<String> trained = new HashSet<>();

  /**
   * Finds out what learns, and how many readers give a gradient to each slot.
   *
   * @param training whether anything does
   * @param gradientsGiven whether the caller gives the gradients of the outputs, and wants those of
   *     the inputs
   */
  Learning(
      Graph graph,
      Slots slots,
      boolean training,
      boolean gradientsGiven,
      Map<String, LossFunction> losses) {
    this.graph = graph;
    this.slots = slots;
    this.training = training;
    this.gradientsGiven = gradientsGiven;
    this.losses = losses;
    if (training) {
      findTrained(slots.nodes());
    }
  }

  /** Nodes that depend on a trainable weight, or on an input if asked for, and lead to a loss. */
  private void findTrained(List<Node> nodes) {
    Set<String> learning = new HashSet<>();
    for (Node node : nodes) {
      if ((gradientsGiven && node.isInput())
          || node.weights().stream().anyMatch(WeightSpec::trainable)
          || node.inputs().stream().anyMatch(learning::contains)) {
        learning.add(node.name());
        slots.of(node).states.forEach(state -> learning.add(state.node.name()));
      }
    }
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Slot slot = slots.of(nodes.get(i));
      if (learning.contains(slot.node.name())) {
        findTrained(slot);
      }
    }
  }

  private void findTrained(Slot slot) {
    boolean leads = hasLoss(slot.node) || slot.readers > 0;
    for (Slot state : slot.states) {
      if (state.readers > 0) {
        trained.add(state.node.name());
        leads = true;
      }
    }
    if (leads) {
      trained.add(slot.node.name());
      slot.readers += hasLoss(slot.node) ? 1 : 0;
      slot.readers += penalizes(slot.node) ? 1 : 0;
      slot.node.inputs().forEach(input -> slots.of(input).readers++);
    }
  }

  /** Whether the plan trains; else only the forward half is needed. */
  boolean training() {
    return training;
  }

  /** Whether a node's backward half is run. */
  boolean trains(Node node) {
    return trained.contains(node.name());
  }

  boolean hasLoss(Node node) {
    return gradientsGiven ? isOutput(node) : losses.containsKey(node.name());
  }

  boolean isOutput(Node node) {
    return graph.outputs().stream().anyMatch(output -> output.tensor().equals(node.name()));
  }

  /** Whether regularizers add to the loss. */
  boolean penalizes() {
    return training && !gradientsGiven;
  }

  /** Whether the size of a tensor adds to the loss. */
  boolean penalizes(Node node) {
    return penalizes() && !node.spec().activityRegularizer().isNone();
  }

  /** Whether loss and activation are one: their gradient is (prediction - label). */
  boolean fusesLoss(Node node) {
    LossFunction loss = losses.get(node.name());
    boolean alone = slots.of(node).readers == 1 && trains(node);
    return loss != null && alone && LossKernel.fuses(loss, node.spec().activation());
  }

  /** Whether a later node, whose backward half runs before, trains the same weight. */
  boolean addsGradients(Node node, String weight) {
    List<Node> nodes = slots.nodes();
    return nodes.stream()
        .skip(nodes.indexOf(node) + 1L)
        .filter(other -> other.layer().equals(node.layer()))
        .filter(other -> other.weights().stream().anyMatch(spec -> spec.name().equals(weight)))
        .anyMatch(this::trains);
  }
}
