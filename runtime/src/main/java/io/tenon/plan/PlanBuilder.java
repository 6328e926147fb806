package io.tenon.plan;

import static java.util.Objects.requireNonNull;

import io.tenon.DataType;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import io.tenon.loss.LossFunction;
import io.tenon.onednn.OneDnn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes a {@link Plan}: kernels in topological order, each choosing its layouts; then one arena for
 * all they asked for.
 */
final class PlanBuilder {
  /** Multiplications and additions that one thread does in a few microseconds. */
  private static final double SMALL = 3e5;

  private final Graph graph;
  private final Parameters parameters;
  private final @Nullable Gradients gradients;
  private final long seed;
  private final Mode mode = new Mode();
  private final List<ActivityPenalty> penalties = new ArrayList<>();

  final Slots slots;
  final Learning learning;
  final Lifetimes times;
  final Regions regions = new Regions();
  final GradientSums sums;
  final List<Step> steps = new ArrayList<>();
  final List<ArrangedWeights.Arranged> arranged = new ArrayList<>();
  final Map<String, INDArray> integers = new HashMap<>();

  /** A node's kernel. */
  record Step(Slot slot, Kernel kernel) {}

  /**
   * Looks a graph over.
   *
   * @param gradients where the gradients of weights go; none for a plan that only predicts
   * @param gradientsGiven whether the caller gives the gradients of the outputs, and wants those of
   *     the inputs
   */
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
    this.seed = seed;
    this.slots = new Slots(Lowerings.of(graph.nodes()), batchSize);
    this.learning = new Learning(graph, slots, gradients != null, gradientsGiven, losses);
    this.times = new Lifetimes(slots, learning);
    this.sums = new GradientSums(regions, times);
  }

  /** Builds kernels, then gives everything a place. */
  FloatArray build(Map<String, memory> lossGradients) {
    for (Slot slot : slots.all()) {
      if (slot.node.isInput()) {
        makeInput(slot);
      } else if (!(slot.node.spec() instanceof StateOutput)) {
        KernelContext context = new KernelContext(this, slot, slots.inputs(slot.node));
        Kernel kernel = KernelFactories.create(context);
        requireNonNull(slot.values, slot.node.name());
        steps.add(new Step(slot, kernel));
        slots.handOnMask(slot);
      }
    }
    for (Slot slot : slots.all()) {
      if (learning.hasLoss(slot.node) && learning.trains(slot.node)) {
        lossGradients.put(slot.node.name(), sums.ofLoss(slot));
      }
    }
    for (Slot slot : slots.all()) {
      if (learning.penalizes(slot.node)) {
        memory gradient = learning.trains(slot.node) ? sums.ofLoss(slot) : null;
        penalties.add(new ActivityPenalty(slot, gradient));
      }
    }
    slots.all().forEach(sums::add);
    FloatArray arena = regions.lay();
    penalties.forEach(penalty -> penalty.bind(arena));
    return arena;
  }

  /** Whether its arithmetic takes less time than it takes to wake another thread. */
  boolean isSmall() {
    double work = 0;
    for (Slot slot : slots.all()) {
      double places = 1; // (batch, places of a kernel)
      for (int i = 0; i < Math.max(1, slot.shape.length - 1); i++) {
        places *= slot.shape[i];
      }
      double steps = 1;
      for (String input : slot.node.inputs()) {
        long[] read = slots.of(input).shape;
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
    if (learning.penalizes()) {
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

  private void makeInput(Slot slot) {
    if (slot.node.type().masked()) {
      makeMask(slot);
    }
    slot.layout = regions.keep(OneDnn.channelsLast(slot.shape));
    if (slot.node.type().dataType() == DataType.FLOAT32) {
      slot.values = regions.region(slot.layout.get_size(), 0, times.lastUse(slot));
    } else {
      INDArray array = Nd4j.create(org.nd4j.linalg.api.buffer.DataType.INT32, slot.shape);
      integers.put(slot.node.name(), array);
      slot.values = regions.region(Float.BYTES, 0, 0);
    }
  }

  /** A region for the mask of a tensor: (batch, time) of 0 and 1. */
  Region makeMask(Slot slot) {
    Region mask = regions.region(slot.shape[0] * slot.shape[1] * Float.BYTES, 0, times.end());
    slot.mask = mask;
    return mask;
  }

  /** A region that holds from a node's forward half to all uses of what it gives. */
  Region lasting(long bytes, Slot slot) {
    return regions.region(bytes, slot.time, times.lastUse(slot));
  }

  /**
   * A region for a node's own use: in its forward half, and if it trains, until its backward one.
   */
  Region passing(long bytes, Slot slot) {
    return regions.region(bytes, slot.time, times.lastOfOwn(slot));
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

  long seed() {
    return seed;
  }

  Mode mode() {
    return mode;
  }
}
