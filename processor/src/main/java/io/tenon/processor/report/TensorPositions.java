package io.tenon.processor.report;

import io.tenon.problem.Location;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a tensor stand.
 *
 * @param method the method that declares it
 * @param layers the annotations that make it: a layer, perhaps behind wrappers
 * @param declaredBy the method with these annotations: another one for a shared layer
 * @param output its {@link io.tenon.Output}, if it has one
 * @param firstInput which parameter is the first tensor that it reads
 */
public record TensorPositions(
    ExecutableElement method,
    List<AnnotationMirror> layers,
    ExecutableElement declaredBy,
    @Nullable AnnotationMirror output,
    int firstInput) {

  private static final String OUTPUT = "io.tenon.Output";

  /** Copies the list. */
  public TensorPositions {
    layers = List.copyOf(layers);
  }

  /** Positions of a method with layers of its own. */
  public static TensorPositions of(ExecutableElement method, List<AnnotationMirror> layers) {
    AnnotationMirror output = null;
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      if (((TypeElement) mirror.getAnnotationType().asElement())
          .getQualifiedName()
          .contentEquals(OUTPUT)) {
        output = mirror;
      }
    }
    return new TensorPositions(method, layers, method, output, 0);
  }

  /** The same where tensors begin at another parameter. */
  public TensorPositions withFirstInput(int parameter) {
    return new TensorPositions(method, layers, declaredBy, output, parameter);
  }

  /** The same where the layer's annotations stand on another method. */
  public TensorPositions declaredBy(ExecutableElement other) {
    return new TensorPositions(method, layers, other, output, firstInput);
  }

  Position position(Location location) {
    if (location instanceof Location.OfInput input) {
      return parameter(firstInput + input.input());
    }
    if (location instanceof Location.OfAnnotation annotated) {
      return new Position(method(annotated.annotated()), annotation(annotated.annotated()), null);
    }
    if (location instanceof Location.OfValue value) {
      return value(value);
    }
    return Position.of(method);
  }

  /** A tensor of a chain reads what stands above it, and has no parameter to point at. */
  private Position parameter(int index) {
    List<? extends VariableElement> parameters = method.getParameters();
    return Position.of(index < parameters.size() ? parameters.get(index) : method);
  }

  private Position value(Location.OfValue value) {
    ExecutableElement annotated = method(value.annotated());
    if (value.annotated() == Location.Annotated.LAYER) {
      for (AnnotationMirror layer : layers) {
        Position written = find(annotated, layer, value.member());
        if (written != null) {
          return written;
        }
      }
    }
    AnnotationMirror annotation = annotation(value.annotated());
    Position written = annotation == null ? null : find(annotated, annotation, value.member());
    return written == null ? new Position(annotated, annotation, null) : written;
  }

  /**
   * A value by the names on the way to it, as far as they were written. The annotation of the
   * position is the innermost around it: javac and ECJ both look for that first.
   */
  private static @Nullable Position find(
      ExecutableElement method, AnnotationMirror annotation, String path) {
    int dot = path.indexOf('.');
    AnnotationValue value = value(annotation, dot < 0 ? path : path.substring(0, dot));
    if (value == null) {
      return null;
    }
    if (dot >= 0 && value.getValue() instanceof AnnotationMirror nested) {
      Position inner = find(method, nested, path.substring(dot + 1));
      if (inner != null) {
        return inner;
      }
    }
    return new Position(method, annotation, value);
  }

  private ExecutableElement method(Location.Annotated annotated) {
    return annotated == Location.Annotated.LAYER ? declaredBy : method;
  }

  private @Nullable AnnotationMirror annotation(Location.Annotated annotated) {
    return switch (annotated) {
      case LAYER -> layers.isEmpty() ? null : layers.get(layers.size() - 1);
      case OUTPUT -> output;
    };
  }

  /** The first component of a spec is called {@code value} in the annotation, where it has one. */
  private static @Nullable AnnotationValue value(AnnotationMirror annotation, String member) {
    AnnotationValue unnamed = null;
    for (var entry : annotation.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return entry.getValue();
      }
      if (entry.getKey().getSimpleName().contentEquals("value")) {
        unnamed = entry.getValue();
      }
    }
    boolean declared =
        annotation.getAnnotationType().asElement().getEnclosedElements().stream()
            .anyMatch(element -> element.getSimpleName().contentEquals(member));
    return declared ? null : unnamed;
  }
}
