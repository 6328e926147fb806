package io.tenon.file;

import io.tenon.hdf5.HdfDataset;
import io.tenon.hdf5.HdfType;
import io.tenon.optimizer.Optimizer;
import io.tenon.optimizer.UpdaterState;
import io.tenon.plan.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An optimizer's memory from the variables of a file: numbers alone are the count of steps and the
 * learning rate, arrays belong to the weights in turn.
 */
final class OptimizerReader {
  private final Optimizer optimizer;
  private final List<KerasLayer.Weight> weights;
  private final Parameters parameters;

  OptimizerReader(Optimizer optimizer, KerasLayer layers, Parameters parameters) {
    this.optimizer = optimizer;
    this.weights = OptimizerVariables.trainable(layers);
    this.parameters = parameters;
  }

  /**
   * What it remembers; nothing if the variables are not those of this optimizer and model.
   *
   * @param fresh what it remembers at first
   */
  Optional<UpdaterState> read(List<OptimizerVariables.Variable> variables, UpdaterState fresh) {
    long steps = -1;
    OptionalDouble rate = OptionalDouble.empty();
    List<OptimizerVariables.Variable> arrays = new ArrayList<>();
    for (OptimizerVariables.Variable variable : variables) {
      HdfDataset value = variable.value();
      if (!value.shape().isEmpty()) {
        arrays.add(variable);
      } else if (value.type().kind() == HdfType.Kind.INTEGER && steps < 0) {
        steps = value.integer();
      } else if (variable.name().endsWith("learning_rate") || variable.name().equals("1")) {
        rate = changed(value.floats()[0]);
      }
    }
    if (steps < 0) {
      return Optional.empty();
    } else if (arrays.isEmpty()) {
      return steps == 0 || fresh.memories().isEmpty()
          ? Optional.of(new UpdaterState(steps, rate, fresh.memories()))
          : Optional.empty();
    }
    Map<String, float[]> memories = memories(arrays, fresh);
    return memories.isEmpty()
        ? Optional.empty()
        : Optional.of(new UpdaterState(steps, rate, memories));
  }

  /** The rate, if it is another than the optimizer's own, which stands there rounded. */
  private OptionalDouble changed(float stored) {
    Optional<Double> own = OptimizerVariables.rate(optimizer);
    return own.isEmpty() || own.get().floatValue() == stored || !(stored >= 0)
        ? OptionalDouble.empty()
        : OptionalDouble.of(stored);
  }

  private Map<String, float[]> memories(
      List<OptimizerVariables.Variable> arrays, UpdaterState fresh) {
    List<Place> inTurn = new ArrayList<>();
    List<Place> oneByOne = new ArrayList<>();
    for (List<String> group : OptimizerVariables.groups(optimizer, fresh.memories().keySet())) {
      weights.forEach(weight -> group.forEach(memory -> inTurn.add(new Place(weight, memory))));
      group.forEach(memory -> weights.forEach(weight -> oneByOne.add(new Place(weight, memory))));
    }
    boolean grouped = isGrouped(arrays);
    for (List<Place> places : grouped ? List.of(oneByOne, inTurn) : List.of(inTurn, oneByOne)) {
      if (fits(places, arrays)) {
        return fill(places, arrays, fresh);
      }
    }
    return Map.of();
  }

  /** A memory of a weight. */
  private record Place(KerasLayer.Weight weight, String memory) {}

  /** Whether names say that all memories of one kind come before those of the next. */
  private static boolean isGrouped(List<OptimizerVariables.Variable> arrays) {
    return arrays.size() > 1 && kind(arrays.get(0)).equals(kind(arrays.get(1)));
  }

  /** {@code adam/dense_kernel_momentum} as {@code momentum}; {@code m} of older ones. */
  private static String kind(OptimizerVariables.Variable variable) {
    String name = variable.name().replaceAll("(_\\d+)?:\\d+$", "");
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('_')) + 1);
  }

  private static boolean fits(List<Place> places, List<OptimizerVariables.Variable> arrays) {
    if (places.size() != arrays.size()) {
      return false;
    }
    for (int i = 0; i < places.size(); i++) {
      if (!places.get(i).weight().shape().equals(arrays.get(i).value().shape())) {
        return false;
      }
    }
    return true;
  }

  private Map<String, float[]> fill(
      List<Place> places, List<OptimizerVariables.Variable> arrays, UpdaterState fresh) {
    Map<String, float[]> memories = new LinkedHashMap<>();
    fresh.memories().forEach((name, values) -> memories.put(name, values.clone()));
    for (int i = 0; i < places.size(); i++) {
      KerasLayer.Weight weight = places.get(i).weight();
      float[] values = arrays.get(i).value().floats();
      int offset = (int) parameters.offset(weight.layer(), weight.spec().name());
      float[] memory = Objects.requireNonNull(memories.get(places.get(i).memory()));
      System.arraycopy(values, 0, memory, offset, values.length);
    }
    return memories;
  }
}
