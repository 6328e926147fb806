package io.tenon.plan;

import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import io.tenon.onednn.Natives;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * All weights of a graph in one flat buffer, the trainable ones first. Shared by the plans of a
 * network.
 */
public final class Parameters implements AutoCloseable {
  private static final int ALIGNMENT = (int) ArenaLayout.ALIGNMENT / Float.BYTES;

  private final Map<Key, Slot> slots = new LinkedHashMap<>();
  private final FloatArray values;
  private final CarriedStates states = new CarriedStates();
  private final ArrangedWeights arranged = new ArrangedWeights();
  private final long trainableLength;
  private final List<Runnable> delayed = new CopyOnWriteArrayList<>();

  /** Compared by hand: records link their methods when they are first called, which takes long. */
  private record Key(String layer, String weight) {
    @Override
    public int hashCode() {
      return 31 * layer.hashCode() + weight.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && layer.equals(key.layer) && weight.equals(key.weight);
    }
  }

  private record Slot(WeightSpec spec, long offset) {}

  private Parameters(Graph graph) {
    Natives.load();
    long offset = layOut(graph, true, 0);
    this.trainableLength = offset;
    offset = layOut(graph, false, offset);
    this.values = new FloatArray(offset);
  }

  private long layOut(Graph graph, boolean trainable, long start) {
    long offset = start;
    for (Node node : graph.layers()) {
      for (WeightSpec spec : node.weights()) {
        if (spec.trainable() == trainable) {
          slots.put(new Key(node.layer(), spec.name()), new Slot(spec, offset));
          offset += (spec.size() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
      }
    }
    return offset;
  }

  /**
   * The weights of a graph as its initializers make them. Each draws from a stream of its own, made
   * of the seed and the names of layer and weight, so that a further layer changes no other.
   */
  public static Parameters of(Graph graph, long seed) {
    Parameters parameters = new Parameters(graph);
    parameters.slots.forEach(
        (key, slot) ->
            parameters
                .view(slot)
                .assign(
                    Nd4j.createFromArray(
                            Initializers.draw(slot.spec, seed, key.layer() + "/" + key.weight()))
                        .reshape(slot.spec.shape().sizes())));
    return parameters;
  }

  /**
   * A weight, without copying: to write to it is to change the model, which {@link #changed} must
   * be told of.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public INDArray weight(String layer, String name) {
    settle();
    return view(slot(layer, name));
  }

  /**
   * Sets a weight.
   *
   * @param values an array of the weight's shape
   * @throws IllegalArgumentException if there is none of that name
   */
  public void set(String layer, String name, INDArray values) {
    weight(layer, name).assign(values);
    changed();
  }

  /**
   * Must be called after weights have been written to, by whoever did, so that plans that predict
   * see it.
   */
  public void changed() {
    arranged.changed();
  }

  /** The weights as operations that predict like them laid out. */
  ArrangedWeights arranged() {
    return arranged;
  }

  /** Has changes made that someone has put off, before weights are read; see {@link #settle}. */
  public void beforeReading(Runnable changes) {
    delayed.add(changes);
  }

  /** Ends what {@link #beforeReading} began. */
  public void neverAgain(Runnable changes) {
    delayed.remove(changes);
  }

  /**
   * Has changes made that an optimizer has put off. Must be called before weights are read, except
   * by a plan that trains.
   */
  public void settle() {
    for (Runnable changes : delayed) {
      changes.run();
    }
  }

  private INDArray view(Slot slot) {
    return values.view(slot.offset, slot.spec.shape().sizes());
  }

  private Slot slot(String layer, String name) {
    Slot slot = slots.get(new Key(layer, name));
    if (slot == null) {
      throw new IllegalArgumentException("there is no weight %s/%s".formatted(layer, name));
    }
    return slot;
  }

  /** What stateful layers hand from batch to batch. */
  CarriedStates states() {
    return states;
  }

  /** Has stateful layers begin again. */
  public void resetStates() {
    states.reset();
  }

  /** All trainable weights as one flat array, without copying, gaps between them 0. */
  public INDArray trainable() {
    settle();
    return values.view(0, Math.max(1, trainableLength));
  }

  /** All weights, trainable ones in the order of their place in {@link #trainable}. */
  public List<WeightSpec> specs() {
    List<WeightSpec> specs = new ArrayList<>();
    slots.values().forEach(slot -> specs.add(slot.spec));
    return specs;
  }

  /** The length of {@link #trainable}, gaps included. */
  public long trainableLength() {
    return trainableLength;
  }

  /** Where a weight lies in the flat buffer, in elements. */
  public long offset(String layer, String name) {
    return slot(layer, name).offset;
  }

  /** The address of a weight. */
  Pointer pointer(String layer, String name) {
    return values.pointer(slot(layer, name).offset);
  }

  /** The address of the flat buffer. */
  public Pointer pointer() {
    return values.pointer();
  }

  @Override
  public void close() {
    values.close();
  }
}
