package io.tenon.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.TypeName;
import io.tenon.Loss;
import io.tenon.graph.OutputSpec;
import io.tenon.shape.TensorType;
import java.util.Optional;

/** The Java arrays that hold a tensor's samples, such as {@code float[][]} for vectors. */
final class JavaArrayType {
  private JavaArrayType() {}

  /** An array with an axis more than the tensor; none for a type that Java has no numbers of. */
  static Optional<TypeName> of(TensorType type) {
    return switch (type.dataType()) {
      case FLOAT32 -> Optional.of(array(TypeName.FLOAT, type.shape().rank() + 1));
      case INT32 -> Optional.of(array(TypeName.INT, type.shape().rank() + 1));
      case BOOL -> Optional.empty();
    };
  }

  /** What an output learns: class numbers for the sparse loss, else its own shape. */
  static Optional<TypeName> label(OutputSpec output, TensorType type) {
    return output.loss() == Loss.SPARSE_CATEGORICAL_CROSSENTROPY
        ? Optional.of(array(TypeName.INT, type.shape().rank()))
        : of(type);
  }

  private static TypeName array(TypeName element, int depth) {
    TypeName type = element;
    for (int i = 0; i < depth; i++) {
      type = ArrayTypeName.of(type);
    }
    return type;
  }
}
