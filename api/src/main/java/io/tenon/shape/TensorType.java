package io.tenon.shape;

import io.tenon.DataType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a tensor holds.
 *
 * @param shape its shape without the batch axis
 * @param dataType the type of its elements
 * @param masked whether a mask goes with it, (batch, time), that tells which steps count
 * @param states the shapes of the states that a recurrent layer gives besides
 */
public record TensorType(Shape shape, DataType dataType, boolean masked, List<Shape> states) {
  /** Copies the list. */
  public TensorType {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(dataType, "dataType");
    states = List.copyOf(states);
  }

  /** A type of that shape and those elements, without mask and states. */
  public TensorType(Shape shape, DataType dataType) {
    this(shape, dataType, false, List.of());
  }

  /** 32-bit floating-point numbers of that shape. */
  public static TensorType float32(Shape shape) {
    return new TensorType(shape, DataType.FLOAT32);
  }

  /** The same elements in another shape, without mask and states. */
  public TensorType withShape(Shape other) {
    return new TensorType(other, dataType);
  }

  /** The same with a mask, or without. */
  public TensorType masked(boolean masked) {
    return new TensorType(shape, dataType, masked, states);
  }

  /** The same with states. */
  public TensorType withStates(List<Shape> states) {
    return new TensorType(shape, dataType, masked, states);
  }

  /** This type with sizes in the place of names. */
  public TensorType bind(Map<String, Long> sizes) {
    return new TensorType(
        shape.bind(sizes),
        dataType,
        masked,
        states.stream().map(state -> state.bind(sizes)).toList());
  }

  /** The shape, and the element type where it is not float32: {@code 100 int32}. */
  @Override
  public String toString() {
    return dataType == DataType.FLOAT32 ? shape.toString() : shape + " " + dataType.kerasName();
  }
}
