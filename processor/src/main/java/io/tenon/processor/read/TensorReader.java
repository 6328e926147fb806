package io.tenon.processor.read;

import io.tenon.check.TensorDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.LayerException;
import io.tenon.processor.report.TensorPositions;
import io.tenon.shape.RankType;
import io.tenon.shape.ShapeSyntaxException;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

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
    boolean typed = checkTypes();
    @Nullable LayerSpec spec = null;
    Optional<LayerCall> call = Optional.empty();
    List<AnnotationMirror> unwrapped =
        layers.stream().filter(layer -> !LayerAnnotations.isWrapper(layer)).toList();
    if (layers.isEmpty()) {
      problems.noLayer();
    } else if (unwrapped.isEmpty()) {
      problems.nothingWrapped(layers.get(layers.size() - 1));
    } else if (unwrapped.size() > 1 || LayerAnnotations.isWrapper(layers.get(layers.size() - 1))) {
      problems.twoLayers(layers.get(layers.size() - 2), layers.get(layers.size() - 1));
    } else {
      spec = spec(layers);
      call =
          spec == null || LayerAnnotations.isInput(layers.get(0))
              ? Optional.empty()
              : Optional.of(LayerCalls.of(layers));
    }
    return new Tensor(
        new TensorDeclaration(
            method.name(),
            typed && inputs.isPresent() ? spec : null,
            method.name(),
            inputs.orElse(List.of()),
            rank().orElse(null),
            true),
        new TensorPositions(
            method.element(), layers, Mirrors.find(method.element(), Names.OUTPUT).orElse(null)),
        call);
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

  private @Nullable LayerSpec spec(List<AnnotationMirror> layers) {
    try {
      return LayerAnnotations.isInput(layers.get(0))
          ? InputReader.read(layers.get(0), rank())
          : SpecFactory.create(layers);
    } catch (ShapeSyntaxException e) {
      problems.badShape(e);
    } catch (LayerException e) {
      problems.refused(e);
    } catch (ClassNotFoundException e) {
      problems.specNotFound(layers.get(0), LayerAnnotations.spec(layers.get(0)));
    } catch (UnreadableException e) {
      // javac reports this one itself.
    }
    return null;
  }
}
