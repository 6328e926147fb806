package io.tenon.processor.read;

import io.tenon.check.TensorDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.layer.LayerSpec;
import io.tenon.processor.report.TensorPositions;
import io.tenon.shape.RankType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;

/** Reads one method: its layer, its rank, and what its annotations and types get wrong. */
final class TensorReader {
  private final Method method;
  private final TensorProblems problems;

  TensorReader(Method method, TensorProblems problems) {
    this.method = method;
    this.problems = problems;
  }

  /** The tensor; without a spec where something is wrong, so that its readers are not blamed. */
  Tensor read(Optional<List<InputReference>> inputs) {
    List<AnnotationMirror> layers = LayerAnnotations.on(method.element());
    if (layers.isEmpty() && !RankTypes.isTensor(method.returnType())) {
      problems.neither(method.returnType(), Mirrors.declaringType(method.element()));
      return Tensor.broken(method, layers);
    }
    if (!layers.isEmpty() && !method.element().getModifiers().contains(Modifier.ABSTRACT)) {
      problems.body(layers.get(0));
      return Tensor.broken(method, layers);
    }
    if (!method.element().getTypeParameters().isEmpty()) {
      problems.genericMethod();
      return Tensor.broken(method, layers);
    }
    boolean typed = checkTypes();
    Optional<LayerSpec> spec = new LayerReader(problems).read(layers, rank());
    boolean frozen = Applicables.isFrozen(method);
    TensorDeclaration declaration =
        new TensorDeclaration(
            method.name(),
            typed && inputs.isPresent() ? spec.orElse(null) : null,
            method.name(),
            typed && !layers.isEmpty() ? inputs.orElse(List.of()) : List.of(),
            rank().orElse(null),
            !frozen);
    return new Tensor(
        List.of(declaration),
        TensorPositions.of(method.element(), layers),
        spec.isPresent() ? Optional.of(statement(layers, declaration)) : Optional.empty());
  }

  private Statement statement(List<AnnotationMirror> layers, TensorDeclaration declaration) {
    if (LayerAnnotations.isInput(layers.get(0))) {
      return new Statement.Input(method.name());
    }
    return new Statement.Tensor(method.name(), LayerCalls.of(layers), declaration.inputNames());
  }

  private Optional<RankType> rank() {
    return RankTypes.declared(method.returnType());
  }

  private boolean checkTypes() {
    boolean fit = RankTypes.isTensor(method.returnType());
    if (!fit) {
      problems.noTensor(method.returnType());
    }
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      TypeMirror type = method.parameterTypes().get(i);
      if (!RankTypes.isTensor(type)) {
        VariableElement parameter = method.element().getParameters().get(i);
        problems.noTensor(i, parameter.getSimpleName().toString(), type);
        fit = false;
      }
    }
    return fit;
  }
}
