package io.tenon.processor.report;

import io.tenon.problem.Location;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Where the parts of a model stand.
 *
 * @param type the type that declares it
 * @param tensors its tensors, by their index in the declaration
 */
public record ModelPositions(TypeElement type, List<TensorPositions> tensors) {
  /** Copies the list. */
  public ModelPositions {
    tensors = List.copyOf(tensors);
  }

  Position position(Location location) {
    return location.tensor() < 0
        ? Position.of(type)
        : tensors.get(location.tensor()).position(location);
  }

  /** The elements whose {@code @SuppressWarnings} count there: the method, and the model. */
  List<Element> suppressible(Location location) {
    return location.tensor() < 0
        ? List.of(type)
        : List.of(tensors.get(location.tensor()).method(), type);
  }
}
