package io.tenon.processor.write;

import io.tenon.Loss;
import io.tenon.graph.OutputSpec;
import io.tenon.shape.Axis;
import io.tenon.shape.TensorType;
import java.util.List;
import java.util.OptionalLong;

/** What an array holds, in the words of javadoc. */
final class ArrayText {
  private ArrayText() {}

  /** Shape and type, such as {@code (batch, 8, 8, 1) float32}. */
  static String of(TensorType type) {
    return shape(type.shape().axes()) + " " + type.dataType().kerasName();
  }

  /** What an output is to learn: class numbers for the sparse loss, else its own shape. */
  static String label(OutputSpec output, TensorType type) {
    if (output.loss() != Loss.SPARSE_CATEGORICAL_CROSSENTROPY) {
      return of(type);
    }
    List<Axis> axes = type.shape().axes();
    OptionalLong classes = type.shape().last().size();
    String range = classes.isPresent() ? " 0 to " + (classes.getAsLong() - 1) : "";
    return shape(axes.subList(0, axes.size() - 1)) + " int32: class numbers" + range;
  }

  private static String shape(List<Axis> axes) {
    StringBuilder text = new StringBuilder("(batch");
    for (Axis axis : axes) {
      text.append(", ").append(axis);
    }
    return text.append(')').toString();
  }
}
