package io.tenon.processor.read;

import io.tenon.check.TensorDeclaration.InputReference;
import java.util.List;
import java.util.Optional;

/** Reads one method of a chain: it reads the one above, and the first is the input. */
final class Sequence {
  private final List<Method> methods;
  private final int index;
  private final TensorProblems problems;

  Sequence(List<Method> methods, int index, TensorProblems problems) {
    this.methods = methods;
    this.index = index;
    this.problems = problems;
  }

  Tensor read() {
    Method method = methods.get(index);
    boolean fits = inputStandsFirst(method);
    if (!method.parameterTypes().isEmpty()) {
      problems.parameterInSequence(index == 0 ? "none" : methods.get(index - 1).name());
      fits = false;
    }
    List<InputReference> inputs =
        index == 0 ? List.of() : List.of(InputReference.of(methods.get(index - 1).name()));
    if (Applicables.isOne(method)) {
      problems.notInSequence("a layer to be applied");
    } else if (Mirrors.find(method.element(), Names.APPLY).isPresent()) {
      problems.notInSequence("an @Apply");
    } else if (Mirrors.find(method.element(), Names.LAMBDA).isPresent()) {
      problems.notInSequence("a @Lambda");
    } else {
      return read(method, fits ? Optional.of(inputs) : Optional.empty());
    }
    return Tensor.broken(method, List.of());
  }

  private Tensor read(Method method, Optional<List<InputReference>> inputs) {
    return new TensorReader(method, problems).read(inputs);
  }

  private boolean inputStandsFirst(Method method) {
    var layers = LayerAnnotations.on(method.element());
    if (layers.isEmpty() || LayerAnnotations.isInput(layers.get(0)) == (index == 0)) {
      return true;
    }
    if (index == 0) {
      problems.noInputInSequence(Mirrors.type(layers.get(0)).getSimpleName().toString());
    } else {
      problems.inputInSequence(methods.get(0).name());
    }
    return false;
  }
}
