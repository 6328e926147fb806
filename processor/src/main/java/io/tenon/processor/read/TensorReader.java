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
    @Nullable AnnotationMirror layer = layers.isEmpty() ? null : layers.get(0);
    boolean typed = checkTypes();
    @Nullable LayerSpec spec = null;
    Optional<LayerCall> call = Optional.empty();
    if (layer == null) {
      problems.noLayer();
    } else if (layers.size() > 1) {
      problems.twoLayers(layer, layers.get(1));
    } else {
      spec = spec(layer);
      call =
          spec == null || LayerAnnotations.isInput(layer)
              ? Optional.empty()
              : Optional.of(LayerCalls.of(layer));
    }
    return new Tensor(
        new TensorDeclaration(
            method.name(),
            typed && inputs.isPresent() ? spec : null,
            inputs.orElse(List.of()),
            rank().orElse(null)),
        new TensorPositions(
            method.element(), layer, Mirrors.find(method.element(), Names.OUTPUT).orElse(null)),
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

  private @Nullable LayerSpec spec(AnnotationMirror layer) {
    try {
      return LayerAnnotations.isInput(layer)
          ? InputReader.read(layer, rank())
          : (LayerSpec) SpecFactory.create(layer);
    } catch (ShapeSyntaxException e) {
      problems.badShape(e);
    } catch (LayerException e) {
      problems.refused(e);
    } catch (ClassNotFoundException e) {
      problems.specNotFound(layer, LayerAnnotations.spec(layer));
    } catch (UnreadableException e) {
      // javac reports this one itself.
    }
    return null;
  }
}
