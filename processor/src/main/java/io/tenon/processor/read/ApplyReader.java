package io.tenon.processor.read;

import io.tenon.check.ModelInliner;
import io.tenon.check.TensorDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.problem.LayerException;
import io.tenon.processor.report.TensorPositions;
import io.tenon.shape.RankType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads a method with {@code @Apply}: its first parameter names what makes the tensor. */
final class ApplyReader {
  private final Method method;
  private final AnnotationMirror apply;
  private final Map<String, Applicable> applicables;
  private final TensorProblems problems;

  ApplyReader(
      Method method,
      AnnotationMirror apply,
      Map<String, Applicable> applicables,
      TensorProblems problems) {
    this.method = method;
    this.apply = apply;
    this.applicables = applicables;
    this.problems = problems;
  }

  /**
   * The tensors; without a spec where something is wrong, so that readers are not blamed.
   *
   * @param parameters what the parameters name; empty if that is lost
   */
  Tensor read(Optional<List<InputReference>> parameters) {
    Optional<Applicable> applied =
        parameters.isPresent() ? applied(parameters.get()) : Optional.empty();
    if (applied.isEmpty() || !checkTypes() || parameters.isEmpty()) {
      return new Tensor(List.of(broken()), positions(List.of(apply)), Optional.empty());
    }
    Applicable layer = applied.get();
    List<InputReference> inputs = parameters.get().subList(1, parameters.get().size());
    List<TensorDeclaration> declarations =
        layer.model().isPresent() ? inlined(layer, inputs) : List.of(shared(layer, inputs));
    List<String> names = inputs.stream().map(InputReference::tensor).toList();
    return new Tensor(
        layer.frozen()
            ? declarations.stream().map(TensorDeclaration::frozen).toList()
            : declarations,
        layer.spec().isPresent()
            ? positions(layer.positions().layers()).declaredBy(layer.positions().method())
            : positions(List.of(apply)),
        Optional.of(new Statement.Application(method.name(), layer.name(), output(), names)));
  }

  private Optional<Applicable> applied(List<InputReference> parameters) {
    if (parameters.isEmpty() || !Applicables.isApplicable(method.parameterTypes().get(0))) {
      if (parameters.isEmpty() || !isDeclaredOtherwise(parameters.get(0).tensor())) {
        problems.nothingApplied();
      }
      return Optional.empty();
    }
    String name = parameters.get(0).tensor();
    Applicable found = applicables.get(name);
    if (found == null) {
      problems.unknownLayer(name, applicables.keySet());
    }
    return Optional.ofNullable(found);
  }

  /** A method of that type is at fault itself, and its type may yet become a model. */
  private boolean isDeclaredOtherwise(String name) {
    TypeMirror type = method.parameterTypes().get(0);
    return !RankTypes.isTensor(type)
        && ElementFilter.methodsIn(Mirrors.declaringType(method.element()).getEnclosedElements())
            .stream()
            .anyMatch(
                other ->
                    other.getSimpleName().contentEquals(name)
                        && other.getReturnType().toString().equals(type.toString()));
  }

  private TensorDeclaration shared(Applicable layer, List<InputReference> inputs) {
    return new TensorDeclaration(
        method.name(), layer.spec().orElse(null), layer.name(), inputs, rank().orElse(null), true);
  }

  private List<TensorDeclaration> inlined(Applicable layer, List<InputReference> inputs) {
    try {
      return new ModelInliner(layer.model().orElseThrow(), layer.name())
          .apply(method.name(), output(), inputs, rank().orElse(null));
    } catch (LayerException e) {
      problems.refused(e);
      return List.of(broken());
    }
  }

  private TensorDeclaration broken() {
    return new TensorDeclaration(
        method.name(), null, method.name(), List.of(), rank().orElse(null), true);
  }

  /** The first parameter is no tensor, so that the first input is the second. */
  private TensorPositions positions(List<AnnotationMirror> layers) {
    return TensorPositions.of(method.element(), layers).withFirstInput(1);
  }

  private String output() {
    return Mirrors.written(apply, "output").map(value -> value.getValue().toString()).orElse("");
  }

  private Optional<RankType> rank() {
    return RankTypes.declared(method.returnType());
  }

  private boolean checkTypes() {
    boolean fit = RankTypes.isTensor(method.returnType());
    if (!fit) {
      problems.noTensor(method.returnType());
    }
    for (int i = 1; i < method.parameterTypes().size(); i++) {
      TypeMirror type = method.parameterTypes().get(i);
      if (!RankTypes.isTensor(type)) {
        String name = method.element().getParameters().get(i).getSimpleName().toString();
        problems.noTensor(i, name, type);
        fit = false;
      }
    }
    return fit;
  }
}
