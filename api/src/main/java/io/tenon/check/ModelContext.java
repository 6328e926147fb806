package io.tenon.check;

import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.Inference;
import io.tenon.layer.InputLayer;
import io.tenon.layer.ModelInput;
import io.tenon.layer.WeightSpec;
import io.tenon.shape.TensorType;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A declaration with what rules need to know of it and have found out so far. */
final class ModelContext {
  private final ModelDeclaration declaration;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final List<Integer> order;
  private final Set<Integer> used;
  private final Map<Integer, Inference> inferences = new HashMap<>();

  ModelContext(ModelDeclaration declaration) {
    this.declaration = declaration;
    for (int i = 0; i < declaration.tensors().size(); i++) {
      indexes.putIfAbsent(declaration.tensors().get(i).name(), i);
    }
    this.order = sort();
    this.used = reachable();
  }

  ModelDeclaration declaration() {
    return declaration;
  }

  String name() {
    return declaration.name();
  }

  List<TensorDeclaration> tensors() {
    return declaration.tensors();
  }

  TensorDeclaration tensor(int index) {
    return declaration.tensors().get(index);
  }

  /** {@code Model.tensor}, as messages name it. */
  String qualifiedName(int index) {
    String tensor = tensor(index).name();
    // What a model is made of that is used as a layer is told by the tensor that it gives.
    return name()
        + "."
        + (tensor.contains("/") ? tensor.substring(0, tensor.indexOf('/')) : tensor);
  }

  Optional<Integer> indexOf(String name) {
    return Optional.ofNullable(indexes.get(name));
  }

  /** The tensors that a tensor reads, those that do not exist left out. */
  List<Integer> inputs(int index) {
    List<Integer> inputs = new ArrayList<>();
    for (InputReference input : tensor(index).inputs()) {
      Integer found = indexes.get(input.tensor());
      if (found != null) {
        inputs.add(found);
      }
    }
    return inputs;
  }

  /** Every tensor after those it reads; tensors in a cycle, and after one, are left out. */
  List<Integer> topologicalOrder() {
    return order;
  }

  /** Whether an output depends on it. */
  boolean isUsed(int index) {
    return used.contains(index);
  }

  /** Whether it begins somewhere: a tensor that reads nothing may be meant as the input. */
  boolean hasInput() {
    for (TensorDeclaration tensor : tensors()) {
      if (tensor.inputs().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Whether a tensor has the name of one before it. */
  boolean isDuplicate(int index) {
    return indexes.getOrDefault(tensor(index).name(), index) != index;
  }

  /** Whether a tensor has the name of one before it, or reads one that does not exist. */
  boolean isBroken(int index) {
    return isDuplicate(index) || inputs(index).size() != tensor(index).inputs().size();
  }

  /** The output declared for a tensor. */
  Optional<OutputSpec> output(int index) {
    for (OutputSpec output : declaration.outputs()) {
      if (output.tensor().equals(tensor(index).name())) {
        return Optional.of(output);
      }
    }
    return Optional.empty();
  }

  /** What a tensor is; empty while it is unknown, or because something before it is wrong. */
  Optional<Inference> inference(int index) {
    return Optional.ofNullable(inferences.get(index));
  }

  void infer(int index, Inference inference) {
    inferences.put(index, inference);
  }

  /** The types of what a tensor reads; empty if one is unknown. */
  Optional<List<TensorType>> inputTypes(int index) {
    List<Integer> inputs = inputs(index);
    if (inputs.size() != tensor(index).inputs().size()) {
      return Optional.empty();
    }
    List<TensorType> types = new ArrayList<>();
    for (int input : inputs) {
      Inference inference = inferences.get(input);
      if (inference == null) {
        return Optional.empty();
      }
      types.add(inference.output());
    }
    return Optional.of(types);
  }

  /** The node of a tensor that has been inferred. */
  Node node(int index) {
    TensorDeclaration tensor = tensor(index);
    Inference inference = inference(index).orElseThrow();
    var spec = Objects.requireNonNull(tensor.spec());
    return new Node(
        tensor.name(),
        tensor.layer(),
        spec,
        tensor.inputNames(),
        inference.output(),
        weights(tensor, spec.weights(inputTypes(index).orElseThrow())),
        tensor.trainable(),
        inference.arithmetic());
  }

  private static List<WeightSpec> weights(TensorDeclaration tensor, List<WeightSpec> weights) {
    if (tensor.trainable()) {
      return weights;
    }
    List<WeightSpec> frozen = new ArrayList<>();
    for (WeightSpec weight : weights) {
      frozen.add(weight.frozen());
    }
    return List.copyOf(frozen);
  }

  /** All that a tensor depends on, itself included, in topological order. */
  List<Integer> ancestors(int index) {
    Set<Integer> found = closure(List.of(index));
    return order.stream().filter(found::contains).toList();
  }

  private Set<Integer> reachable() {
    List<Integer> outputs = new ArrayList<>();
    for (OutputSpec output : declaration.outputs()) {
      Integer index = indexes.get(output.tensor());
      if (index != null) {
        outputs.add(index);
      }
    }
    return closure(outputs);
  }

  private Set<Integer> closure(List<Integer> roots) {
    Set<Integer> found = new LinkedHashSet<>(roots);
    Deque<Integer> open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      for (int input : inputs(open.pop())) {
        if (found.add(input)) {
          open.push(input);
        }
      }
    }
    return found;
  }

  /** Tensors in the order of declaration, but each after those it reads. */
  private List<Integer> sort() {
    List<Integer> sorted = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    boolean progress = true;
    while (progress) {
      progress = false;
      for (int i = 0; i < tensors().size(); i++) {
        if (!done.contains(i) && done.containsAll(inputs(i))) {
          done.add(i);
          sorted.add(i);
          progress = true;
        }
      }
    }
    return List.copyOf(sorted);
  }

  /** A layer as the user knows it, such as {@code @Dense}. */
  String annotation(int index) {
    var spec = Objects.requireNonNull(tensor(index).spec());
    if (spec instanceof ModelInput) {
      return "@Apply";
    }
    return spec instanceof InputLayer ? "@Input" : "@" + spec.className();
  }

  boolean isInput(int index) {
    return tensor(index).spec() instanceof InputLayer;
  }
}
