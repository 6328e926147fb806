package io.tenon.processor.read;

import io.tenon.check.TensorDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.layer.LayerSpec;
import io.tenon.processor.report.TensorPositions;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads a method with {@code @Lambda}, whose body is the layer. */
final class LambdaReader {
  private final Method method;
  private final AnnotationMirror lambda;
  private final TensorProblems problems;

  LambdaReader(Method method, AnnotationMirror lambda, TensorProblems problems) {
    this.method = method;
    this.lambda = lambda;
    this.problems = problems;
  }

  /** The tensor; without a spec where something is wrong. */
  Tensor read(Optional<List<InputReference>> inputs) {
    boolean fits = checkTypes();
    Optional<LayerSpec> spec = new LayerReader(problems).read(List.of(lambda), Optional.empty());
    TensorDeclaration declaration =
        new TensorDeclaration(
            method.name(),
            fits && inputs.isPresent() ? spec.orElse(null) : null,
            method.name(),
            inputs.orElse(List.of()),
            null,
            true);
    return new Tensor(
        List.of(declaration),
        TensorPositions.of(method.element(), List.of(lambda)),
        spec.map(
            ignored ->
                new Statement.Function(
                    method.name(),
                    Optional.of(LayerCalls.of(List.of(lambda))),
                    method.element().getModifiers().contains(Modifier.STATIC),
                    declaration.inputNames())));
  }

  private boolean checkTypes() {
    if (method.element().getModifiers().contains(Modifier.ABSTRACT)) {
      problems.lambdaWithoutBody();
      return false;
    }
    boolean fits = isVariable(method.returnType());
    for (TypeMirror type : method.parameterTypes()) {
      fits &= isVariable(type);
    }
    if (!fits) {
      problems.lambdaOfOtherTypes();
    }
    return fits;
  }

  private static boolean isVariable(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(Names.VARIABLE);
  }
}
