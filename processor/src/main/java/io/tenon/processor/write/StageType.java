package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.tenon.processor.ranks.RankRule.Reading;
import io.tenon.processor.ranks.RankRule.Wrapping;
import io.tenon.shape.RankType;
import java.util.List;
import java.util.Locale;
import javax.lang.model.element.Modifier;

/** The stage of a rank: a tensor, with a method for each layer that reads such a one. */
final class StageType {
  static final TypeVariableName RESULT =
      TypeVariableName.get("R", ParameterizedTypeName.get(Stages.STAGE, TypeVariableName.get("R")));

  private final RankType rank;
  private final List<DslLayer> layers;
  private final ClassName name;

  StageType(RankType rank, List<DslLayer> layers) {
    this.rank = rank;
    this.layers = layers;
    this.name = Stages.of(rank);
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc(
                "$L of a network that is being described: (batch, $L)$L. Each method adds a layer"
                    + " that reads it.\n",
                rank.withArticle().substring(0, 1).toUpperCase(Locale.ROOT)
                    + rank.withArticle().substring(1),
                rank.axes(),
                rank == RankType.TOKENS ? " of int32" : "")
            .addAnnotation(Types.GENERATED)
            .addAnnotation(Types.NULL_MARKED)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(ParameterizedTypeName.get(Stages.superclass(rank), name))
            .addSuperinterface(ParameterizedTypeName.get(Stages.IN_TIME, Stages.inTime(rank)))
            .addMethod(constructor());
    TypeName layer = Stages.layer(rank, RESULT);
    type.addMethod(then(layer, "What a layer gives."));
    type.addMethod(
        then(
            ParameterizedTypeName.get(Stages.SHARED_LAYER, WildcardTypeName.subtypeOf(layer)),
            "What a shared layer gives."));
    for (DslLayer options : layers) {
      for (Reading reading : options.readings(rank)) {
        new StageMethods(options, reading).addTo(type);
      }
      for (Wrapping wrapping : options.ranks().wrappings()) {
        if (wrapping.input() == rank) {
          new WrapperMethods(options, wrapping, layers).addTo(type);
        }
      }
    }
    return type.build();
  }

  private static MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addParameter(ClassName.get(Stages.PACKAGE, "Draft"), "draft")
        .addParameter(String.class, "name")
        .addParameter(ClassName.get("io.tenon.shape", "TensorType"), "type")
        .addStatement("super(draft, name, type)")
        .build();
  }

  private static MethodSpec then(TypeName layer, String doc) {
    return MethodSpec.methodBuilder("then")
        .addJavadoc("$L\n\n@throws io.tenon.problem.ModelException if it does not fit\n", doc)
        .addModifiers(Modifier.PUBLIC)
        .addTypeVariable(RESULT)
        .returns(TypeVariableName.get("R"))
        .addParameter(layer, "layer")
        .addStatement("return read().ranked(layer)")
        .build();
  }
}
