package io.tenon.plan;

import static java.util.Objects.requireNonNull;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.loss.LossFunction;
import io.tenon.loss.LossKernel;
import io.tenon.onednn.NativeThreads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A graph laid out for one batch size: every buffer, primitive and argument is made once, and
 * running it makes nothing. The caller fills {@link #input} and {@link #label}, runs, and reads
 * {@link #output} and {@link #loss}.
 *
 * <p>For one thread at a time. Its weights are shared with other plans.
 */
public final class Plan implements AutoCloseable {
  private final Graph graph;
  private final FloatArray arena;
  private final Mode mode;
  private final Parameters parameters;
  private final boolean alone;
  private final Map<String, Slot> slots;
  private final Map<String, INDArray> integers;
  private final List<AutoCloseable> resources;
  private final ArrangedWeights.Arranged[] arranged;
  private final Kernel[] forward;
  private final Runnable[] backward;
  private final Map<String, LossKernel> losses = new LinkedHashMap<>();
  private final Map<String, Region> outputGradients = new HashMap<>();
  private final Map<String, INDArray> labels = new HashMap<>();
  private final Map<String, INDArray> sampleWeights = new HashMap<>();
  private final List<Penalty> penalties;
  private final Map<String, INDArray> views = new HashMap<>();

  private Plan(
      Graph graph,
      PlanBuilder builder,
      Map<String, LossFunction> losses,
      Map<String, Double> weights,
      boolean alone) {
    this.graph = graph;
    this.slots = builder.slots.byName();
    this.mode = builder.mode();
    this.parameters = builder.parameters();
    this.integers = builder.integers;
    this.resources = builder.regions.resources;
    this.alone = alone || builder.isSmall();
    Map<String, memory> gradients = new HashMap<>();
    int threads = begin();
    try {
      this.arena = builder.build(gradients);
    } finally {
      end(threads);
    }
    this.penalties = builder.penalties();
    this.arranged = builder.arranged.toArray(ArrangedWeights.Arranged[]::new);
    this.forward = builder.steps.stream().map(PlanBuilder.Step::kernel).toArray(Kernel[]::new);
    this.backward = backwardSteps(builder);
    for (Node node : graph.nodes()) {
      LossFunction loss = losses.get(node.name());
      memory gradient = gradients.get(node.name());
      if (gradient != null) {
        outputGradients.put(
            node.name(), requireNonNull(builder.regions.placeOf(gradient)).region());
      }
      if (loss != null) {
        addLoss(builder, node, loss, weights.getOrDefault(node.name(), 1.0), gradients);
      }
    }
  }

  /** A small plan is made for the calling thread alone, as is one that is asked to be. */
  private int begin() {
    return alone ? NativeThreads.useOne() : 1;
  }

  private void end(int threads) {
    NativeThreads.use(threads);
  }

  /**
   * A plan that only predicts; its buffers share memory as soon as they can.
   *
   * @param graph a graph whose axes are all known
   * @param batchSize the number of samples of every run
   */
  public static Plan forPrediction(Graph graph, Parameters parameters, int batchSize) {
    return forPrediction(graph, parameters, batchSize, false);
  }

  /**
   * The same.
   *
   * @param alone whether the thread that runs it is to do all of it, without OpenMP's others
   */
  public static Plan forPrediction(
      Graph graph, Parameters parameters, int batchSize, boolean alone) {
    return new Plan(
        graph,
        new PlanBuilder(graph, parameters, null, batchSize, Map.of(), false, 0),
        Map.of(),
        Map.of(),
        alone);
  }

  /**
   * A plan that trains.
   *
   * @param graph a graph whose axes are all known
   * @param gradients where a step puts the gradients
   * @param batchSize the number of samples of every step
   * @param losses the loss of each output
   * @param lossWeights its weight in the sum
   * @param seed of the random draws of layers such as dropout
   */
  public static Plan forTraining(
      Graph graph,
      Parameters parameters,
      Gradients gradients,
      int batchSize,
      Map<String, LossFunction> losses,
      Map<String, Double> lossWeights,
      long seed) {
    return new Plan(
        graph,
        new PlanBuilder(graph, parameters, gradients, batchSize, losses, false, seed),
        losses,
        lossWeights,
        false);
  }

  /**
   * A plan that is told the gradients of its outputs, in {@link #outputGradient}, and gives those
   * of its inputs, in {@link #inputGradient}, besides those of the weights.
   *
   * @param gradients where {@link #backward} puts the gradients of the weights
   */
  public static Plan forGradients(
      Graph graph, Parameters parameters, Gradients gradients, int batchSize) {
    return new Plan(
        graph,
        new PlanBuilder(graph, parameters, gradients, batchSize, Map.of(), true, 0),
        Map.of(),
        Map.of(),
        false);
  }

  private static Runnable[] backwardSteps(PlanBuilder builder) {
    List<PlanBuilder.Step> steps = new ArrayList<>(builder.steps);
    Collections.reverse(steps);
    List<Runnable> runs = new ArrayList<>();
    for (PlanBuilder.Step step : steps) {
      if (builder.learning.trains(step.slot().node)) {
        runs.addAll(builder.sums.before(step.slot()));
        step.slot().states.forEach(state -> runs.addAll(builder.sums.before(state)));
        runs.add(step.kernel()::backward);
        runs.addAll(builder.sums.after(step.slot()));
      }
    }
    for (Slot slot : builder.slots.all()) {
      if (slot.node.isInput()) {
        runs.addAll(builder.sums.before(slot));
      }
    }
    return runs.toArray(Runnable[]::new);
  }

  private void addLoss(
      PlanBuilder builder,
      Node node,
      LossFunction loss,
      double weight,
      Map<String, memory> gradients) {
    Slot slot = builder.slots.of(node);
    INDArray label = labelBuffer(loss, slot.shape);
    long rows = output(node.name()).length() / slot.shape[slot.shape.length - 1];
    INDArray weights = Nd4j.ones(DataType.FLOAT, slot.shape[0], rows / slot.shape[0]);
    labels.put(node.name(), label);
    sampleWeights.put(node.name(), weights);
    losses.put(
        node.name(),
        new LossKernel(
            loss,
            output(node.name()),
            label,
            weights,
            slot.mask == null ? null : mask(node.name()),
            gradients.get(node.name()),
            weight,
            builder.learning.fusesLoss(node)));
  }

  private static INDArray labelBuffer(LossFunction loss, long[] shape) {
    if (!loss.isSparse()) {
      return Nd4j.create(DataType.FLOAT, shape);
    }
    long[] rows = Arrays.copyOf(shape, shape.length - 1);
    return Nd4j.create(DataType.INT32, rows);
  }

  /** How much each row counts in the loss of an output, (batch, rows); all 1 until it is filled. */
  public INDArray sampleWeights(String output) {
    return requireNonNull(sampleWeights.get(output), output);
  }

  /** The buffer of an input, to be filled: (batch, the input's shape). */
  public INDArray input(String name) {
    INDArray ints = integers.get(name);
    return ints != null ? ints : output(name);
  }

  /** The mask of a tensor that has one, (batch, time) of 0 and 1; of an input, to be filled. */
  public INDArray mask(String name) {
    Slot slot = requireNonNull(slots.get(name), name);
    return arena.view(
        requireNonNull(slot.mask, name).offset() / Float.BYTES, slot.shape[0], slot.shape[1]);
  }

  /** Has stateful layers begin again. */
  public void resetStates() {
    parameters.resetStates();
  }

  /** The buffer of an output's labels, to be filled: (batch, the label's shape). */
  public INDArray label(String output) {
    return requireNonNull(labels.get(output), output);
  }

  /**
   * What an output gave at the last run: (batch, the output's shape); the next run overwrites it.
   */
  public INDArray output(String name) {
    return views.computeIfAbsent(
        name,
        key -> {
          Slot slot = requireNonNull(slots.get(key), key);
          return arena.view(requireNonNull(slot.values).offset() / Float.BYTES, slot.shape);
        });
  }

  /** Predicts: from the inputs to the outputs. */
  public void forward() {
    mode.set(false);
    parameters.settle();
    run();
  }

  /** From the inputs to the outputs as in a step: dropout drops, batches are normalized. */
  public void forwardInTraining() {
    mode.set(true);
    run();
  }

  private void run() {
    int threads = begin();
    try {
      for (ArrangedWeights.Arranged weight : arranged) {
        weight.bringUpToDate();
      }
      for (Kernel kernel : forward) {
        kernel.forward();
      }
    } finally {
      end(threads);
    }
  }

  /**
   * One step: forward as in training, losses, and backward into the gradients.
   *
   * @return the weighted sum of the losses, each a mean over the batch, and what regularizers add
   */
  public double step() {
    forwardInTraining();
    double loss = evaluateLosses(true);
    backward();
    for (Penalty penalty : penalties) {
      penalty.addWeightGradient();
    }
    mode.next();
    return loss;
  }

  /**
   * The same, with the random draws of that step of a training.
   *
   * @param number how many steps were before it, in any plan
   */
  public double step(long number) {
    mode.at(number);
    return step();
  }

  /** From the gradients of the outputs to those of weights and inputs. */
  public void backward() {
    int threads = begin();
    try {
      for (Runnable step : backward) {
        step.run();
      }
    } finally {
      end(threads);
    }
  }

  /** The gradient of an output, to be filled before {@link #backward}: (batch, its shape). */
  public INDArray outputGradient(String output) {
    Region region = requireNonNull(outputGradients.get(output), output);
    return arena.view(region.offset() / Float.BYTES, requireNonNull(slots.get(output)).shape);
  }

  /** The gradient of an input, after {@link #backward}: (batch, its shape). */
  public INDArray inputGradient(String input) {
    Slot slot = requireNonNull(slots.get(input), input);
    return arena.view(requireNonNull(slot.gradient).offset() / Float.BYTES, slot.shape);
  }

  /** The losses as when predicting, without a step. */
  public double testStep() {
    forward();
    return evaluateLosses(false);
  }

  private double evaluateLosses(boolean withGradient) {
    double total = 0;
    for (LossKernel loss : losses.values()) {
      total += loss.evaluate(withGradient);
    }
    for (Penalty penalty : penalties) {
      total += penalty.evaluate();
    }
    return total;
  }

  /** The loss of an output at the last step, not weighted. */
  public double loss(String output) {
    return requireNonNull(losses.get(output), output).value();
  }

  /** The first tensor, in the graph's order, that holds a value that is not finite. */
  public Optional<String> firstNonFinite() {
    for (Node node : graph.nodes()) {
      Slot slot = slots.get(node.name());
      if (slot != null && !integers.containsKey(node.name()) && holdsNonFinite(slot)) {
        return Optional.of(node.name());
      }
    }
    return Optional.empty();
  }

  private boolean holdsNonFinite(Slot slot) {
    long start = requireNonNull(slot.values).offset() / Float.BYTES;
    long count = requireNonNull(slot.layout).get_size() / Float.BYTES;
    FloatPointer values = arena.pointer().getPointer(start);
    for (long i = 0; i < count; i++) {
      if (!Float.isFinite(values.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** The bytes outside the Java heap that activations and gradients take. */
  public long arenaBytes() {
    return arena.length() * Float.BYTES;
  }

  @Override
  public void close() {
    // In the reverse order: operations before the memory that they read.
    for (int i = resources.size() - 1; i >= 0; i--) {
      try {
        resources.get(i).close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    labels.values().forEach(INDArray::close);
    sampleWeights.values().forEach(INDArray::close);
    integers.values().forEach(INDArray::close);
    arena.close();
  }
}
