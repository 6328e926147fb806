package io.tenon.file;

import io.tenon.hdf5.HdfDataset;
import io.tenon.hdf5.HdfGroup;
import io.tenon.hdf5.HdfType;
import io.tenon.optimizer.ConstantRate;
import io.tenon.optimizer.Nadam;
import io.tenon.optimizer.Optimizer;
import io.tenon.optimizer.RMSprop;
import io.tenon.optimizer.Sgd;
import io.tenon.optimizer.StandardOptimizer;
import io.tenon.optimizer.UpdaterState;
import io.tenon.plan.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What an optimizer remembers, as the variables that Keras's has, in Keras's order. */
final class OptimizerVariables {
  private static final String AVERAGE = "average";
  private static final String LARGEST = "velocity_hat";

  private final String prefix;
  private final List<KerasLayer.Weight> weights;
  private final Map<KerasLayer.Weight, String> paths;
  private final Parameters parameters;
  private final List<Variable> variables = new ArrayList<>();

  private OptimizerVariables(Optimizer optimizer, KerasLayer layers, Parameters parameters) {
    this.prefix = name(optimizer) + "/";
    this.weights = trainable(layers);
    this.paths = WeightPaths.of(layers);
    this.parameters = parameters;
  }

  /**
   * A variable.
   *
   * @param name its path, such as {@code adam/dense_kernel_momentum}
   */
  record Variable(String name, HdfDataset value) {}

  /** The variables; before the first step, the number of steps and the learning rate alone. */
  static List<Variable> of(Optimizer optimizer, SavedModel model, KerasLayer layers) {
    OptimizerVariables all = new OptimizerVariables(optimizer, layers, model.parameters());
    Optional<UpdaterState> state =
        model.training().map(SavedModel.TrainingState::optimizer).filter(s -> s.steps() > 0);
    all.addIteration(state.map(UpdaterState::steps).orElse(0L));
    rate(optimizer)
        .ifPresent(rate -> all.add("learning_rate", HdfDataset.single(rate.floatValue())));
    state.ifPresent(remembered -> all.addMemories(optimizer, remembered));
    return all.variables;
  }

  private void addIteration(long steps) {
    HdfType type = steps > Integer.MAX_VALUE ? HdfType.INT64 : HdfType.INT32;
    add("iteration", HdfDataset.single(type, steps));
  }

  private void addMemories(Optimizer optimizer, UpdaterState state) {
    for (List<String> group : groups(optimizer, state.memories().keySet())) {
      if (optimizer instanceof Nadam nadam && !group.contains(AVERAGE)) {
        add("variable", HdfDataset.single((float) product(nadam, state.steps())));
      }
      for (KerasLayer.Weight weight : weights) {
        for (String memory : group) {
          float[] values = Objects.requireNonNull(state.memories().get(memory));
          String path = Objects.requireNonNull(paths.get(weight)).replace('/', '_');
          add(path + "_" + memory, HdfDataset.floats(weight.shape(), () -> slice(values, weight)));
        }
      }
    }
  }

  private void add(String name, HdfDataset value) {
    variables.add(new Variable(prefix + name, value));
  }

  private float[] slice(float[] values, KerasLayer.Weight weight) {
    int from = (int) parameters.offset(weight.layer(), weight.spec().name());
    return Arrays.copyOfRange(values, from, from + (int) weight.spec().size());
  }

  /** What Keras's Nadam keeps besides: the product of its momenta so far. */
  private static double product(Nadam nadam, long steps) {
    double product = 1;
    for (long step = 1; step <= steps && product > 0; step++) {
      product *= nadam.beta1() * (1 - 0.5 * Math.pow(0.96, (double) step));
    }
    return product;
  }

  /** The variables in a file, by names or numbers. */
  static List<Variable> stored(HdfGroup root) {
    List<Variable> variables = new ArrayList<>();
    if (root.child("optimizer_weights") instanceof HdfGroup group) {
      for (String name : LegacyWeights.names(group, "weight_names")) {
        if (LegacyWeights.find(group, name) instanceof HdfDataset value) {
          variables.add(new Variable(name, value));
        }
      }
    } else if (LegacyWeights.find(root, "optimizer/vars") instanceof HdfGroup vars) {
      for (int i = 0; vars.child(Integer.toString(i)) instanceof HdfDataset value; i++) {
        variables.add(new Variable(Integer.toString(i), value));
      }
    }
    return variables;
  }

  /** The weights that train, as Keras counts them. */
  static List<KerasLayer.Weight> trainable(KerasLayer layers) {
    return layers.weights().stream().filter(weight -> weight.spec().trainable()).toList();
  }

  /** Memories by when Keras makes them: those of one group weight by weight. */
  static List<List<String>> groups(Optimizer optimizer, Collection<String> memories) {
    List<List<String>> groups = new ArrayList<>();
    List<String> together = new ArrayList<>(memories);
    if (together.remove(AVERAGE)) {
      groups.add(List.of(AVERAGE));
    }
    if (optimizer instanceof RMSprop) {
      List.of("velocity", "momentum", "average_gradient").stream()
          .filter(together::contains)
          .forEach(memory -> groups.add(List.of(memory)));
      return groups;
    }
    boolean largest = together.remove(LARGEST);
    if (!together.isEmpty()) {
      groups.add(together);
    }
    if (largest) {
      groups.add(List.of(LARGEST));
    }
    return groups;
  }

  /** The learning rate that Keras keeps as a variable, unless a schedule gives it. */
  static Optional<Double> rate(Optimizer optimizer) {
    return optimizer instanceof StandardOptimizer<?> standard
            && standard.options().learningRate() instanceof ConstantRate constant
        ? Optional.of(constant.rate())
        : Optional.empty();
  }

  /** Keras's name of an optimizer. */
  private static String name(Optimizer optimizer) {
    return optimizer instanceof Sgd
        ? "SGD"
        : optimizer.getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }
}
