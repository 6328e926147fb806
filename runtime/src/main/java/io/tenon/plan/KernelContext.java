package io.tenon.plan;

import static java.util.Objects.requireNonNull;

import io.tenon.graph.Node;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import io.tenon.onednn.OneDnn;
import io.tenon.onednn.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel is given while a plan is made: the layouts of what it reads, and memory for what it
 * gives. A tensor has one layout, chosen by the kernel that makes it.
 *
 * <p>Memory that it hands out has no address until all kernels are made; kernels keep it and build
 * their operations on it.
 */
public final class KernelContext extends KernelMemory {
  private final PlanBuilder plan;
  private final Slot slot;
  private final List<Slot> inputs;

  KernelContext(PlanBuilder plan, Slot slot, List<Slot> inputs) {
    super(plan.regions);
    this.plan = plan;
    this.slot = slot;
    this.inputs = inputs;
  }

  /** The node that the kernel runs. */
  public Node node() {
    return slot.node;
  }

  /** The node's layer. */
  public <S extends LayerSpec> S spec(Class<S> type) {
    return type.cast(slot.node.spec());
  }

  /** Whether the plan can train; else only the forward half is needed. */
  public boolean training() {
    return plan.learning.training();
  }

  /** Whether this kernel's backward half will be run. */
  public boolean backward() {
    return plan.learning.trains(slot.node);
  }

  /** What the plan is doing, asked at each run. */
  public Mode mode() {
    return plan.mode();
  }

  /** A seed for this node's random draws. */
  public long seed() {
    return plan.seed() + 0x9E3779B97F4A7C15L * (slot.time + 1L);
  }

  /** The number of tensors it reads. */
  public int inputCount() {
    return inputs.size();
  }

  /** (batch, shape) of a tensor that it reads. */
  public long[] inputShape(int index) {
    return inputs.get(index).shape.clone();
  }

  /** (batch, shape) of the tensor that it gives. */
  public long[] outputShape() {
    return slot.shape.clone();
  }

  /** The layout of a tensor that it reads. */
  public memory.desc inputLayout(int index) {
    return requireNonNull(inputs.get(index).layout);
  }

  /** The values of a tensor that it reads, in its layout. */
  public memory input(int index) {
    Slot input = inputs.get(index);
    return view(requireNonNull(input.values), requireNonNull(input.layout));
  }

  /** Whether training changes the layer; else it runs as when predicting. */
  public boolean trainable() {
    return slot.node.trainable();
  }

  /** Which steps of a tensor that it reads count, (batch, time) of 0 and 1; null if all do. */
  public @Nullable memory mask(int index) {
    Region mask = inputs.get(index).mask;
    long[] shape = inputs.get(index).shape;
    return mask == null ? null : view(mask, OneDnn.rows(shape[0], shape[1]));
  }

  /** A mask of its own for what it gives, (batch, time), to be filled on the way forward. */
  public memory makeMask() {
    return view(plan.makeMask(slot), OneDnn.rows(slot.shape[0], slot.shape[1]));
  }

  /**
   * A state that a stateful layer hands from batch to batch, (batch, units). It goes with the
   * weights: both directions of a layer have states of their own.
   */
  public float[] carried(int index, int units) {
    int rows = Math.toIntExact(slot.shape[0]);
    String owner = slot.node.layer() + "/" + slot.node.weights().get(0).name();
    return plan.parameters().states().of(owner, index, rows, units);
  }

  /** The number of states that it gives besides. */
  public int stateCount() {
    return slot.states.size();
  }

  /** Memory for one of the states that it gives, row-major. */
  public memory state(int index) {
    Slot state = slot.states.get(index);
    memory.desc layout = keep(OneDnn.channelsLast(state.shape));
    state.layout = layout;
    state.values = plan.lasting(layout.get_size(), state);
    return view(state.values, OneDnn.rows(state.shape));
  }

  /** The gradient of one of the states that it gives; null if nothing asks for it. */
  public @Nullable memory stateGradient(int index) {
    Slot state = slot.states.get(index);
    return plan.learning.trains(state.node)
        ? view(gradientRegion(state), OneDnn.rows(state.shape))
        : null;
  }

  /** Whether the gradient of what it gives is there; else that of a state alone is. */
  public boolean hasOutputGradient() {
    return backward() && slot.readers > 0;
  }

  /** Integers that it reads: an input of the model. */
  public Pointer integers(int index) {
    return plan.integers(inputs.get(index).node.name());
  }

  /** The values of a tensor that it reads, row-major as these axes, reordered first if need be. */
  public Rows inputRows(int index, long... axes) {
    Slot input = inputs.get(index);
    memory.desc rows = OneDnn.channelsLast(input.shape);
    if (same(requireNonNull(input.layout), rows)) {
      return new Rows(view(requireNonNull(input.values), OneDnn.rows(axes)), null);
    }
    Region region = plan.passing(rows.get_size(), slot);
    memory ordered = view(region, rows);
    Operation reorder = reorder(input(index), ordered);
    return new Rows(view(region, OneDnn.rows(axes)), reorder);
  }

  /**
   * Row-major values.
   *
   * @param memory where they are
   * @param before what must run before they are there, if anything
   */
  public record Rows(memory memory, @Nullable Operation before) {
    /** Puts them there. */
    public void prepare() {
      if (before != null) {
        before.run();
      }
    }
  }

  /** Whether what it gives must be row-major, since it leaves the model. */
  public boolean outputMustBeRows() {
    return plan.learning.isOutput(slot.node);
  }

  /** Memory for what it gives, in a layout of its choice. */
  public memory output(memory.desc layout) {
    slot.layout = keep(layout);
    slot.values = plan.lasting(layout.get_size(), slot);
    return view(slot.values, layout);
  }

  /** Memory for what it gives, row-major; seen as these axes. */
  public memory outputRows(long... axes) {
    output(OneDnn.channelsLast(slot.shape));
    return view(requireNonNull(slot.values), OneDnn.rows(axes));
  }

  /**
   * Gives what it reads: the output shares the input's memory.
   *
   * @return whether that can be: only row-major memory means the same in another shape
   */
  public boolean shareInput() {
    Slot input = inputs.get(0);
    memory.desc rows = OneDnn.channelsLast(input.shape);
    if (!same(requireNonNull(input.layout), rows)) {
      return false;
    }
    slot.layout = keep(OneDnn.channelsLast(slot.shape));
    slot.values = input.values;
    requireNonNull(slot.values).extend(0, slot.time, plan.times.lastUse(slot));
    return true;
  }

  /** The gradient of what it gives, in that layout; may be written to once it has been read. */
  public memory outputGradient() {
    return view(gradientRegion(slot), requireNonNull(slot.layout));
  }

  /** The gradient of what it gives, row-major, as these axes; the output must be row-major. */
  public memory outputGradientRows(long... axes) {
    return view(gradientRegion(slot), OneDnn.rows(axes));
  }

  private Region gradientRegion(Slot of) {
    if (of.gradient == null) {
      of.gradient =
          regions.region(
              requireNonNull(of.layout).get_size(),
              plan.times.firstGradient(of),
              plan.times.backward(of));
    }
    return of.gradient;
  }

  /** Whether the gradient of a tensor that it reads is wanted. */
  public boolean wantsInputGradient(int index) {
    return backward() && plan.learning.trains(inputs.get(index).node);
  }

  /** Where to put the gradient of a tensor that it reads, in that one's layout. */
  public memory inputGradient(int index) {
    Slot input = inputs.get(index);
    return contribution(input, requireNonNull(input.layout));
  }

  private memory contribution(Slot input, memory.desc layout) {
    if (input.readers == 1) {
      return view(gradientRegion(input), layout);
    }
    Region part =
        regions.region(layout.get_size(), plan.times.backward(slot), plan.times.backward(input));
    input.parts.add(view(part, requireNonNull(input.layout)));
    return view(part, layout);
  }

  /** Where to put the gradient of a tensor that it reads, row-major, as these axes. */
  public Rows inputGradientRows(int index, long... axes) {
    Slot input = inputs.get(index);
    memory.desc rows = OneDnn.channelsLast(input.shape);
    if (same(requireNonNull(input.layout), rows)) {
      return new Rows(contribution(input, OneDnn.rows(axes)), null);
    }
    Region region =
        regions.region(rows.get_size(), plan.times.backward(slot), plan.times.backward(slot));
    memory ordered = view(region, rows);
    return new Rows(view(region, OneDnn.rows(axes)), reorder(ordered, inputGradient(index)));
  }

  /** Lets the gradient of what it gives be the gradient of what it reads, without copying. */
  public boolean shareGradient() {
    Slot input = inputs.get(0);
    if (!same(requireNonNull(input.layout), OneDnn.channelsLast(input.shape))) {
      return false;
    }
    if (input.readers == 1) {
      // The kernel that made the input holds this region already, if it has a way back.
      Region region = gradientRegion(input);
      region.extend(0, plan.times.firstGradient(slot), plan.times.backward(slot));
      slot.gradient = region;
    } else {
      Region region = gradientRegion(slot);
      region.extend(0, plan.times.backward(slot), plan.times.backward(input));
      input.parts.add(view(region, requireNonNull(input.layout)));
    }
    return true;
  }

  /** One of the layer's weights, seen in a layout. */
  public memory weight(int index, memory.desc layout) {
    WeightSpec spec = slot.node.weights().get(index);
    return keep(OneDnn.at(keep(layout), plan.parameters().pointer(slot.node.layer(), spec.name())));
  }

  /**
   * One of the layer's weights in another layout, copied when it has changed and not at each run;
   * for a plan that only predicts.
   *
   * @param layout in which it can be seen
   * @param wanted in which an operation likes it
   */
  public memory weight(int index, memory.desc layout, memory.desc wanted) {
    memory weight = weight(index, layout);
    if (same(layout, wanted)) {
      return weight;
    }
    ArrangedWeights.Arranged arranged = plan.parameters().arranged().of(weight, wanted);
    plan.arranged.add(keep(arranged));
    return arranged.values();
  }

  /** Where to put the gradient of one of the layer's weights, seen in a layout. */
  public memory weightGradient(int index, memory.desc layout) {
    WeightSpec spec = slot.node.weights().get(index);
    if (!spec.trainable()) {
      return backwardScratch(layout);
    }
    memory flat =
        keep(OneDnn.at(keep(layout), plan.gradients().pointer(slot.node.layer(), spec.name())));
    if (!plan.learning.addsGradients(slot.node, spec.name())) {
      return flat;
    }
    memory part = scratch(layout);
    plan.sums.addAfterBackward(slot, flat, part);
    return part;
  }

  /**
   * The rows that a kernel writes of a weight's gradient, where it is the only one to write there,
   * and no constraint changes other rows; else null, and all of it must be written at each step.
   */
  public @Nullable TouchedRows touchedRows(int index) {
    WeightSpec spec = slot.node.weights().get(index);
    boolean alone =
        spec.trainable()
            && spec.regularizer().isNone()
            && spec.constraint().isNone()
            && !plan.slots.sharesLayer(slot.node);
    return alone ? plan.gradients().touchedRows(slot.node.layer(), spec.name()) : null;
  }

  /** Whether only nodes of such kinds read what it gives. */
  public boolean readOnlyBy(Predicate<LayerSpec> kind) {
    return !plan.learning.isOutput(slot.node)
        && plan.slots.readers(slot.node).stream().allMatch(reader -> kind.test(reader.node.spec()));
  }

  /**
   * The layer that alone reads what this one gives, if it is of a kind and this kernel is to do
   * what it does; its own kernel is then told, by {@link #isFusedWithInput}.
   */
  public <S extends LayerSpec> Optional<S> onlyReader(Class<S> type, Predicate<S> wanted) {
    List<Slot> readers = plan.slots.readers(slot.node);
    boolean isSeen =
        plan.learning.isOutput(slot.node) || !slot.node.spec().activityRegularizer().isNone();
    if (isSeen || readers.size() != 1) {
      return Optional.empty();
    }
    Optional<S> reader =
        Optional.of(readers.get(0).node.spec())
            .filter(type::isInstance)
            .map(type::cast)
            .filter(wanted);
    slot.fusesReader = reader.isPresent();
    return reader;
  }

  /** Whether the kernel of what it reads has done its work, so that it has only to pass that on. */
  public boolean isFusedWithInput() {
    return inputs.get(0).fusesReader;
  }

  /** Memory that this node alone uses, from its forward half to its backward half. */
  public memory scratch(memory.desc layout) {
    return view(plan.passing(layout.get_size(), slot), layout);
  }

  /** Memory that this node alone uses, in its backward half. */
  public memory backwardScratch(memory.desc layout) {
    int time = plan.times.backward(slot);
    return view(regions.region(layout.get_size(), time, time), layout);
  }

  /** Whether the loss gives the gradient before this layer's last activation, not after it. */
  public boolean lossSkipsActivation() {
    return plan.learning.fusesLoss(slot.node);
  }

  /** Whether two layouts place every element alike. */
  public static boolean same(memory.desc left, memory.desc right) {
    return OneDnn.same(left, right);
  }
}
