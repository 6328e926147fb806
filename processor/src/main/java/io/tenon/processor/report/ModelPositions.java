package io.tenon.processor.report;

import io.tenon.problem.Location;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Where the parts of a model stand.
 *
 * @param type the type that declares it
 * @param tensors its tensors, by their index in the declaration
 * @param layers what it declares to be applied, by -2 less the index of a location
 */
public record ModelPositions(
    TypeElement type, List<TensorPositions> tensors, List<TensorPositions> layers) {
  /** Copies the lists. */
  public ModelPositions {
    tensors = List.copyOf(tensors);
    layers = List.copyOf(layers);
  }

  Position position(Location location) {
    if (location instanceof Location.OfModelValue value) {
      return value(value.member());
    }
    return location.tensor() == -1 ? Position.of(type) : positions(location).position(location);
  }

  /**
   * Where in the source the method stands: its number there, -1 for the model and what it inherits.
   */
  int line(Location location) {
    return location.tensor() == -1
        ? -1
        : type.getEnclosedElements().indexOf(positions(location).method());
  }

  private Position value(String member) {
    for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
      for (var entry : annotation.getElementValues().entrySet()) {
        if (entry.getKey().getSimpleName().contentEquals(member)) {
          return new Position(type, annotation, entry.getValue());
        }
      }
    }
    return Position.of(type);
  }

  /** The elements whose {@code @SuppressWarnings} count there: the method, and the model. */
  List<Element> suppressible(Location location) {
    return location.tensor() == -1 ? List.of(type) : List.of(positions(location).method(), type);
  }

  private TensorPositions positions(Location location) {
    int index = location.tensor();
    return index < 0 ? layers.get(-2 - index) : tensors.get(index);
  }
}
