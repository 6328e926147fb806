package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.tenon.DataType;
import io.tenon.shape.RankType;
import java.util.Locale;
import java.util.Optional;

/** The types of the DSL that stand for ranks. */
final class Stages {
  static final String PACKAGE = "io.tenon.dsl";
  static final ClassName STAGE = ClassName.get(PACKAGE, "Stage");
  static final ClassName SHARED_LAYER = ClassName.get(PACKAGE, "SharedLayer");
  static final ClassName OPTIONS = ClassName.get(PACKAGE, "LayerOptions");
  static final ClassName IN_TIME = ClassName.get(PACKAGE, "InTime");
  private static final ClassName TENSOR = ClassName.get(PACKAGE, "TensorStage");

  private Stages() {}

  /** What the stage of that rank has in common with others. */
  static ClassName superclass(RankType rank) {
    return rank.dataType() == DataType.FLOAT32 ? ClassName.get(PACKAGE, "NumericStage") : STAGE;
  }

  /** The stage of a tensor of that rank. */
  static ClassName of(RankType rank) {
    return ClassName.get(PACKAGE, rank.typeName() + "Stage");
  }

  /** The stage of a tensor of that rank; of any, if it is not known. */
  static ClassName of(Optional<RankType> rank) {
    return rank.map(Stages::of).orElse(TENSOR);
  }

  /** The stage of a series of tensors of that rank. */
  static ClassName inTime(RankType rank) {
    for (RankType longer : RankType.values()) {
      if (longer.rank() == rank.rank() + 1) {
        return of(longer);
      }
    }
    return TENSOR;
  }

  /** A layer that reads such a rank and gives such a stage. */
  static ParameterizedTypeName layer(RankType input, TypeName result) {
    return ParameterizedTypeName.get(ClassName.get(PACKAGE, input.typeName() + "Layer"), result);
  }

  /** The call that adds a layer to what a reader reads, as a tensor of that rank. */
  static CodeBlock add(CodeBlock reader, Optional<RankType> output, CodeBlock layer) {
    String method = output.map(RankType::typeName).orElse("Tensor").toLowerCase(Locale.ROOT);
    return CodeBlock.of("return $L.$L($L)", reader, method, layer);
  }
}
