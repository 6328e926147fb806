package io.tenon.shape;

import io.tenon.DataType;
import java.util.Map;
import java.util.Objects;

/** What a tensor holds: its shape without the batch axis, and the type of its elements. */
public record TensorType(Shape shape, DataType dataType) {
  /** A type of that shape and those elements. */
  public TensorType {
    Objects.requireNonNull(shape, "shape");
    Objects.requireNonNull(dataType, "dataType");
  }

  /** 32-bit floating-point numbers of that shape. */
  public static TensorType float32(Shape shape) {
    return new TensorType(shape, DataType.FLOAT32);
  }

  /** The same elements in another shape. */
  public TensorType withShape(Shape other) {
    return new TensorType(other, dataType);
  }

  /** This type with sizes in the place of names. */
  public TensorType bind(Map<String, Long> sizes) {
    return withShape(shape.bind(sizes));
  }

  /** The shape, and the element type where it is not float32: {@code 100 int32}. */
  @Override
  public String toString() {
    return dataType == DataType.FLOAT32 ? shape.toString() : shape + " " + dataType.kerasName();
  }
}
