package io.tenon.plan;

import static java.util.Objects.requireNonNull;

import io.tenon.DataType;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import io.tenon.loss.LossFunction;
import io.tenon.loss.LossKernel;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import io.tenon.onednn.Sums;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes a {@link Plan}: kernels in topological order, each choosing its layouts; then one arena for
 * all they asked for.
 *
 * <p>Time runs from 0: node i works at time i forward and at time 2n - i backward; the losses come
 * between, at n.
 */
final class PlanBuilder {
  /** Multiplications and additions that one thread does in a few microseconds. */
  private static final double SMALL = 3e5;

  private final Graph graph;
  private final List<LoweredNode> nodes;
  private final Parameters parameters;
  private final @Nullable Gradients gradients;
  private final int batchSize;
  private final Map<String, LossFunction> losses;
  private final long seed;
  private final Mode mode = new Mode();

  /** Whether the caller gives the gradients of the outputs, and wants those of the inputs. */
  private final boolean gradientsGiven;

  final Map<String, Slot> slots = new LinkedHashMap<>();
  final List<Step> steps = new ArrayList<>();
  final Map<String, INDArray> integers = new HashMap<>();
  final Map<String, Operation> sums = new HashMap<>();
  final List<AutoCloseable> resources = new ArrayList<>();
  private final List<Region> regions = new ArrayList<>();
  private final IdentityHashMap<memory, Place> places = new IdentityHashMap<>();
  private final Set<String> trained = new HashSet<>();
  private final List<ActivityPenalty> penalties = new ArrayList<>();
  private final Map<String, List<Operation>> afterBackward = new HashMap<>();

  /** A node's kernel. */
  record Step(Slot slot, Kernel kernel) {}

  PlanBuilder(
      Graph graph,
      Parameters parameters,
      @Nullable Gradients gradients,
      int batchSize,
      Map<String, LossFunction> losses,
      boolean gradientsGiven,
      long seed) {
    if (graph.batchSize().orElse(batchSize) != batchSize) {
      throw new IllegalArgumentException(
          "%s reads batches of %d samples, as its @Input says, not of %d"
              .formatted(graph.name(), graph.batchSize().getAsInt(), batchSize));
    }
    this.graph = graph;
    this.parameters = parameters;
    this.gradients = gradients;
    this.batchSize = batchSize;
    this.losses = losses;
    this.gradientsGiven = gradientsGiven;
    this.seed = seed;
    this.nodes = Lowerings.of(graph.nodes());
    int time = 0;
    for (LoweredNode lowered : nodes) {
      Node node = lowered.node();
      Slot slot = new Slot(node, time, batchSize * lowered.repeats());
      slots.put(node.name(), slot);
      for (Node state : StateOutput.of(node)) {
        Slot stateSlot = new Slot(state, time, batchSize);
        slots.put(state.name(), stateSlot);
        slot.states.add(stateSlot);
      }
      time++;
    }
    if (training()) {
      findTrained();
    }
  }

  /** Nodes that depend on a trainable weight, or on an input if asked for, and lead to a loss. */
  private void findTrained() {
    Set<String> learning = new HashSet<>();
    for (LoweredNode lowered : nodes) {
      Node node = lowered.node();
      if ((gradientsGiven && node.isInput())
          || node.weights().stream().anyMatch(WeightSpec::trainable)
          || node.inputs().stream().anyMatch(learning::contains)) {
        learning.add(node.name());
        slot(node.name()).states.forEach(state -> learning.add(state.node.name()));
      }
    }
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Slot slot = slot(nodes.get(i).node().name());
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
      slot.node.inputs().forEach(input -> slot(input).readers++);
    }
  }

  /** Whether the size of a tensor adds to the loss. */
  boolean penalizes(Node node) {
    return training() && !gradientsGiven && !node.spec().activityRegularizer().isNone();
  }

  /** Builds kernels, then gives everything a place. */
  FloatArray build(Map<String, memory> lossGradients) {
    for (Slot slot : slots.values()) {
      if (slot.node.isInput()) {
        makeInput(slot);
      } else if (!(slot.node.spec() instanceof StateOutput)) {
        List<Slot> inputs = slot.node.inputs().stream().map(this::slot).toList();
        KernelContext context = new KernelContext(this, slot, inputs);
        Kernel kernel = KernelFactories.create(context);
        requireNonNull(slot.values, slot.node.name());
        steps.add(new Step(slot, kernel));
        handOnMask(slot);
      }
    }
    for (Slot slot : slots.values()) {
      if (hasLoss(slot.node) && trains(slot.node)) {
        lossGradients.put(slot.node.name(), lossGradient(slot));
      }
    }
    for (Slot slot : slots.values()) {
      if (penalizes(slot.node)) {
        memory gradient = trains(slot.node) ? lossGradient(slot) : null;
        penalties.add(new ActivityPenalty(slot, gradient));
      }
    }
    for (Slot slot : slots.values()) {
      addGradientSum(slot);
    }
    FloatArray arena = new FloatArray(ArenaLayout.place(regions) / Float.BYTES);
    regions.forEach(region -> region.bind(arena.pointer()));
    penalties.forEach(penalty -> penalty.bind(arena));
    return arena;
  }

  /** Whether its arithmetic takes less time than it takes to wake another thread. */
  boolean isSmall() {
    double work = 0;
    for (Slot slot : slots.values()) {
      double places = 1; // (batch, places of a kernel)
      for (int i = 0; i < Math.max(1, slot.shape.length - 1); i++) {
        places *= slot.shape[i];
      }
      double steps = 1;
      for (String input : slot.node.inputs()) {
        long[] read = slot(input).shape;
        steps = Math.max(steps, read.length == 3 ? (double) read[1] : 1);
      }
      for (WeightSpec weight : slot.node.weights()) {
        work += places * steps * weight.size();
      }
    }
    return work < SMALL;
  }

  /** What regularizers add to the loss, in a plan that has one. */
  List<Penalty> penalties() {
    List<Penalty> all = new ArrayList<>(penalties);
    if (training() && !gradientsGiven) {
      for (Node node : graph.layers()) {
        for (WeightSpec weight : node.weights()) {
          if (!weight.regularizer().isNone()) {
            all.add(new WeightPenalty(weight, node.layer(), parameters, gradients()));
          }
        }
      }
    }
    return all;
  }

  /** A tensor whose kernel makes no mask of its own has that of the first tensor with one. */
  private void handOnMask(Slot slot) {
    if (slot.node.type().masked() && slot.mask == null) {
      String from = maskFrom(slot);
      slot.mask = requireNonNull(slot(from).mask, from);
    }
  }

  private String maskFrom(Slot slot) {
    for (LoweredNode lowered : nodes) {
      if (lowered.node().name().equals(slot.node.name()) && lowered.maskFrom() != null) {
        return lowered.maskFrom();
      }
    }
    return slot.node.inputs().stream()
        .filter(input -> slot(input).mask != null)
        .findFirst()
        .orElseThrow();
  }

  /** A region for the mask of a tensor: (batch, time) of 0 and 1. */
  Region makeMask(Slot slot) {
    Region mask = region(slot.shape[0] * slot.shape[1] * Float.BYTES, 0, end());
    slot.mask = mask;
    return mask;
  }

  private void makeInput(Slot slot) {
    if (slot.node.type().masked()) {
      makeMask(slot);
    }
    slot.layout = keep(OneDnn.channelsLast(slot.shape));
    if (slot.node.type().dataType() == DataType.FLOAT32) {
      slot.values = region(slot.layout.get_size(), 0, lastUse(slot));
    } else {
      INDArray array = Nd4j.create(org.nd4j.linalg.api.buffer.DataType.INT32, slot.shape);
      integers.put(slot.node.name(), array);
      slot.values = region(Float.BYTES, 0, 0);
    }
  }

  /** Where the loss of an output puts its gradient. */
  memory lossGradient(Slot slot) {
    memory.desc layout = requireNonNull(slot.layout);
    if (slot.readers > 1) {
      Region part = region(layout.get_size(), slots.size(), backwardTime(slot));
      memory gradient = attach(part, OneDnn.unbound(layout));
      slot.parts.add(gradient);
      return gradient;
    }
    if (slot.gradient == null) {
      slot.gradient = region(layout.get_size(), slots.size(), backwardTime(slot));
    }
    return attach(slot.gradient, OneDnn.unbound(layout));
  }

  /** Adds up what several readers gave, before a node's backward half. */
  private void addGradientSum(Slot slot) {
    if (!slot.parts.isEmpty()) {
      memory.desc layout = requireNonNull(slot.layout);
      if (slot.gradient == null) {
        slot.gradient = region(layout.get_size(), firstGradient(slot), backwardTime(slot));
      }
      memory total = attach(slot.gradient, OneDnn.unbound(layout));
      sums.put(slot.node.name(), keep(Sums.of(slot.parts, total)));
    }
  }

  void addAfterBackward(Slot slot, memory total, memory part) {
    afterBackward
        .computeIfAbsent(slot.node.name(), name -> new ArrayList<>())
        .add(keep(Sums.of(List.of(total, part), total)));
  }

  List<Operation> afterBackward(Slot slot) {
    return afterBackward.getOrDefault(slot.node.name(), List.of());
  }

  /** Whether a later node, whose backward half runs before, trains the same weight. */
  boolean addsGradients(Node node, String weight) {
    boolean later = false;
    for (LoweredNode lowered : nodes) {
      Node other = lowered.node();
      if (other.name().equals(node.name())) {
        later = true;
      } else if (later
          && other.layer().equals(node.layer())
          && other.weights().stream().anyMatch(spec -> spec.name().equals(weight))
          && trains(other)) {
        return true;
      }
    }
    return false;
  }

  /** Whether another node has the same weights. */
  boolean sharesLayer(Node node) {
    return nodes.stream().filter(other -> other.node().layer().equals(node.layer())).count() > 1;
  }

  /** The nodes that read what a node gives. */
  List<Node> readers(Node node) {
    return nodes.stream()
        .map(LoweredNode::node)
        .filter(other -> other.inputs().contains(node.name()))
        .toList();
  }

  /** Has a memory point to a region once that has a place. */
  memory attach(Region region, memory memory) {
    return attach(new Place(region, 0), memory);
  }

  memory attach(Place place, memory memory) {
    places.put(keep(memory), place);
    return place.region.attach(memory, place.offset);
  }

  /** A region, some bytes from its beginning. */
  record Place(Region region, long offset) {}

  /** Where a memory points to, if that is in the arena. */
  @Nullable Place placeOf(memory memory) {
    return places.get(memory);
  }

  Region region(long bytes, int from, int to) {
    Region region = new Region(bytes, from, to);
    regions.add(region);
    return region;
  }

  /** A region that holds from a node's forward half to all uses of what it gives. */
  Region lasting(long bytes, Slot slot) {
    return region(bytes, slot.time, lastUse(slot));
  }

  /**
   * A region for a node's own use: in its forward half, and if it trains, until its backward one.
   */
  Region passing(long bytes, Slot slot) {
    return region(bytes, slot.time, trains(slot.node) ? backwardTime(slot) : slot.time);
  }

  /** When the values of a tensor are read for the last time. */
  int lastUse(Slot slot) {
    if (trains(slot.node) || isOutput(slot.node) || training()) {
      return end();
    }
    int last = slot.time;
    for (Slot other : slots.values()) {
      if (other.node.inputs().contains(slot.node.name())) {
        last = Math.max(last, trains(other.node) ? backwardTime(other) : other.time);
      }
    }
    return last;
  }

  /** The time at which the first reader gives its gradient. */
  int firstGradient(Slot slot) {
    int first = slots.size();
    if (!hasLoss(slot.node) && !penalizes(slot.node)) {
      first = backwardTime(slot);
      for (Slot other : slots.values()) {
        if (other.node.inputs().contains(slot.node.name()) && trains(other.node)) {
          first = Math.min(first, backwardTime(other));
        }
      }
    }
    return first;
  }

  int backwardTime(Slot slot) {
    return 2 * slots.size() - slot.time;
  }

  private int end() {
    return 2 * slots.size() + 1;
  }

  boolean training() {
    return gradients != null;
  }

  boolean trains(Node node) {
    return trained.contains(node.name());
  }

  boolean hasLoss(Node node) {
    return gradientsGiven ? isOutput(node) : losses.containsKey(node.name());
  }

  boolean isOutput(Node node) {
    return graph.outputs().stream().anyMatch(output -> output.tensor().equals(node.name()));
  }

  /** Whether loss and activation are one: their gradient is (prediction - label). */
  boolean fusesLoss(Node node) {
    LossFunction loss = losses.get(node.name());
    boolean alone = slot(node.name()).readers == 1 && trains(node);
    return loss != null && alone && LossKernel.fuses(loss, node.spec().activation());
  }

  Slot slot(String name) {
    return requireNonNull(slots.get(name), name);
  }

  Pointer integers(String name) {
    return requireNonNull(integers.get(name), name).data().addressPointer();
  }

  Parameters parameters() {
    return parameters;
  }

  Gradients gradients() {
    return requireNonNull(gradients);
  }

  int batchSize() {
    return batchSize;
  }

  long seed() {
    return seed;
  }

  Mode mode() {
    return mode;
  }

  <T extends AutoCloseable> T keep(T resource) {
    resources.add(resource);
    return resource;
  }
}
