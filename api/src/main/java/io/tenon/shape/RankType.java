package io.tenon.shape;

import io.tenon.DataType;
import java.util.Optional;

/** The rank types of signatures, such as {@link io.tenon.Image}, as values. */
public enum RankType {
  /** (batch, features). */
  VECTOR("Vector", 1, "features"),
  /** (batch, time) of int32. */
  TOKENS("Tokens", 1, "time"),
  /** (batch, time, features). */
  SERIES("Series", 2, "time, features"),
  /** (batch, height, width, channels). */
  IMAGE("Image", 3, "height, width, channels"),
  /** (batch, depth, height, width, channels). */
  VOLUME("Volume", 4, "depth, height, width, channels");

  private final String typeName;
  private final int rank;
  private final String axes;

  RankType(String typeName, int rank, String axes) {
    this.typeName = typeName;
    this.rank = rank;
    this.axes = axes;
  }

  /** The simple name of the Java type, such as {@code Image}. */
  public String typeName() {
    return typeName;
  }

  /** The number of axes without the batch axis. */
  public int rank() {
    return rank;
  }

  /** The names of the axes, such as {@code height, width, channels}. */
  public String axes() {
    return axes;
  }

  /** The type of the elements: int32 for tokens, else float32. */
  public DataType dataType() {
    return this == TOKENS ? DataType.INT32 : DataType.FLOAT32;
  }

  /** Whether a tensor of that type is one of these. */
  public boolean fits(TensorType type) {
    return type.shape().rank() == rank && (this != TOKENS || type.dataType() == DataType.INT32);
  }

  /** The type's name with its article, such as {@code an Image}; {@code Tokens} has none. */
  public String withArticle() {
    return switch (this) {
      case TOKENS -> typeName;
      case IMAGE -> "an " + typeName;
      default -> "a " + typeName;
    };
  }

  /** The rank type of a tensor, if there is one: a single axis of int32 is tokens. */
  public static Optional<RankType> of(TensorType type) {
    if (type.shape().rank() == 1) {
      return Optional.of(type.dataType() == DataType.INT32 ? TOKENS : VECTOR);
    }
    for (RankType each : values()) {
      if (each.fits(type)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** The rank type whose Java type has that simple name. */
  public static Optional<RankType> named(String typeName) {
    for (RankType each : values()) {
      if (each.typeName.equals(typeName)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** How to say what a tensor is: {@code an Image}, or {@code a tensor of 5 axes}. */
  public static String describe(TensorType type) {
    return of(type)
        .map(RankType::withArticle)
        .orElseGet(() -> "a tensor of " + type.shape().rank() + " axes");
  }
}
