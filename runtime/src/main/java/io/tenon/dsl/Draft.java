package io.tenon.dsl;

import io.tenon.check.ModelChecker;
import io.tenon.check.ModelDeclaration;
import io.tenon.check.ModelUse;
import io.tenon.check.TensorDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.graph.Graph;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.InputLayer;
import io.tenon.shape.TensorType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The tensors of a network so far. Each has been checked; one that does not fit is not added. */
final class Draft {
  private final String model;
  private final boolean sequential;
  private final Map<String, TensorDeclaration> tensors = new LinkedHashMap<>();
  private final Map<String, TensorType> types = new HashMap<>();
  private final Set<String> layers = new HashSet<>();
  private final Map<String, ModelUse> uses = new LinkedHashMap<>();

  /**
   * A network without tensors.
   *
   * @param sequential whether it begins as a chain: then layers are told to be put in between
   */
  Draft(String model, boolean sequential) {
    this.model = model;
    this.sequential = sequential;
  }

  String model() {
    return model;
  }

  /**
   * Adds the tensors of a layer, or of a model used as one, of which the last is what it gives.
   *
   * @return the type of that
   * @throws io.tenon.problem.ModelException if it does not fit, as javac would tell it
   */
  synchronized TensorType add(List<TensorDeclaration> added) {
    String last = added.get(added.size() - 1).name();
    TensorType type = alone(added).orElseGet(() -> among(added, last));
    added.forEach(tensor -> tensors.put(tensor.name(), tensor));
    types.put(last, type);
    return type;
  }

  /** The type of a tensor that fits what it reads, which has been checked before. */
  private Optional<TensorType> alone(List<TensorDeclaration> added) {
    TensorDeclaration tensor = added.get(0);
    boolean shared = !tensor.layer().equals(tensor.name());
    if (added.size() > 1 || shared || tensors.containsKey(tensor.name())) {
      return Optional.empty();
    }
    Map<String, TensorDeclaration> declared = new LinkedHashMap<>();
    for (InputReference input : tensor.inputs()) {
      TensorType type = Objects.requireNonNull(types.get(input.tensor()));
      declared.put(input.tensor(), TensorDeclaration.of(input.tensor(), new InputLayer(type)));
    }
    declared.put(tensor.name(), tensor);
    List<OutputSpec> output = List.of(OutputSpec.of(tensor.name()));
    return ModelChecker.check(
            new ModelDeclaration(model, List.copyOf(declared.values()), output, false))
        .graph()
        .map(graph -> graph.node(tensor.name()).type());
  }

  /** The same with all that came before: for the path of shapes, and for shared layers. */
  private TensorType among(List<TensorDeclaration> added, String last) {
    List<TensorDeclaration> all = new ArrayList<>(tensors.values());
    all.addAll(added);
    return check(all, List.of(OutputSpec.of(last))).node(last).type();
  }

  /** Adds the tensors of a model used as a layer. */
  synchronized TensorType add(List<TensorDeclaration> added, ModelUse use) {
    TensorType type = add(added);
    uses.put(use.tensor(), use);
    return type;
  }

  /** Checks a tensor again, for a rank that is stated now. */
  synchronized void require(TensorDeclaration declared) {
    Map<String, TensorDeclaration> changed = new LinkedHashMap<>(tensors);
    changed.put(declared.name(), declared);
    check(List.copyOf(changed.values()), List.of(OutputSpec.of(declared.name())));
  }

  synchronized TensorDeclaration tensor(String name) {
    return Objects.requireNonNull(tensors.get(name));
  }

  /** The graph of some outputs and all that they depend on. */
  synchronized Graph graph(List<OutputSpec> outputs) {
    if (outputs.isEmpty()) {
      return check(List.copyOf(tensors.values()), outputs);
    }
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(outputs.stream().map(OutputSpec::tensor).toList());
    while (!open.isEmpty()) {
      String name = open.pop();
      if (needed.add(name)) {
        tensor(name).inputs().stream().map(InputReference::tensor).forEach(open::push);
      }
    }
    List<TensorDeclaration> used =
        tensors.values().stream().filter(tensor -> needed.contains(tensor.name())).toList();
    boolean chain = sequential && isChain(used);
    List<ModelUse> applied =
        uses.values().stream().filter(use -> needed.contains(use.tensor())).toList();
    return ModelChecker.check(new ModelDeclaration(model, used, outputs, chain, applied))
        .graphOrThrow();
  }

  private Graph check(List<TensorDeclaration> declared, List<OutputSpec> outputs) {
    boolean chain = sequential && isChain(declared);
    return ModelChecker.check(new ModelDeclaration(model, declared, outputs, chain)).graphOrThrow();
  }

  private static boolean isChain(List<TensorDeclaration> tensors) {
    for (int i = 1; i < tensors.size(); i++) {
      List<String> read = tensors.get(i).inputs().stream().map(InputReference::tensor).toList();
      if (!read.equals(List.of(tensors.get(i - 1).name()))) {
        return false;
      }
    }
    return true;
  }

  /** A name that is still free: that kind, and from the second on with a number. */
  synchronized String free(String kind) {
    return isTaken(kind) ? numbered(kind, 2) : kind;
  }

  /** A name that is still free: that of a layer with a number. */
  synchronized String numbered(String layer, int first) {
    int number = first;
    while (isTaken(layer + number)) {
      number++;
    }
    return layer + number;
  }

  /** Keeps a name for a layer or a model that is applied later. */
  synchronized void reserve(String layer) {
    if (isTaken(layer)) {
      throw new IllegalArgumentException(
          "%s has \"%s\" already: choose another name".formatted(model, layer));
    }
    layers.add(layer);
  }

  private boolean isTaken(String name) {
    return tensors.containsKey(name) || layers.contains(name);
  }
}
