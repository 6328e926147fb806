package io.tenon.processor.read;

import io.tenon.DataType;
import io.tenon.layer.InputLayer;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Location.Annotated;
import io.tenon.problem.Problem;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.ShapeSyntaxException;
import io.tenon.shape.TensorType;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/** Reads {@code @Input}. */
final class InputReader {
  private InputReader() {}

  /**
   * The layer that an annotation stands for.
   *
   * @param declared the rank type that the method returns; tokens are int32 without saying so
   * @throws ShapeSyntaxException if the shape cannot be read
   */
  static InputLayer read(AnnotationMirror input, Optional<RankType> declared) {
    if (!(Mirrors.value(input, "value").getValue() instanceof String shape)) {
      throw new UnreadableException();
    }
    Optional<AnnotationValue> written = Mirrors.written(input, "dtype");
    DataType dataType =
        written.isPresent()
            ? dataType(written.get())
            : declared.isPresent() ? declared.get().dataType() : DataType.FLOAT32;
    int batchSize = Mirrors.value(input, "batchSize").getValue() instanceof Integer size ? size : 0;
    return new InputLayer(new TensorType(Shape.parse(shape), dataType), batchSize);
  }

  private static DataType dataType(AnnotationValue value) {
    if (value.getValue() instanceof VariableElement constant) {
      return DataType.valueOf(constant.getSimpleName().toString());
    }
    throw new UnreadableException();
  }

  /** The message about a shape, with the text and a caret below the letter at fault. */
  static Diagnostic badShape(String tensor, int index, ShapeSyntaxException e) {
    return new Diagnostic(
        Problem.BAD_SHAPE,
        new Location.OfValue(index, Annotated.LAYER, "value"),
        "%s: %s".formatted(tensor, e.getMessage()),
        e.text().isBlank() ? List.of() : List.of(e.text(), " ".repeat(e.position()) + "^"),
        List.of(e.remedy()));
  }
}
