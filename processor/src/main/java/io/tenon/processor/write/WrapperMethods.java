package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.tenon.processor.ranks.RankRule.Wrapping;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/** The methods of a stage that add a layer which wraps another. */
final class WrapperMethods {
  private final DslLayer options;
  private final Wrapping wrapping;
  private final List<DslLayer> layers;

  WrapperMethods(DslLayer options, Wrapping wrapping, List<DslLayer> layers) {
    this.options = options;
    this.wrapping = wrapping;
    this.layers = layers;
  }

  void addTo(TypeSpec.Builder type) {
    TypeName result = result();
    if (wrapping.layers().isEmpty()) {
      add(type, Stages.layer(wrapping.wrapped(), result));
      return;
    }
    for (DslLayer layer : layers) {
      if (wrapping.layers().contains(layer.layer())) {
        add(type, wrapped(layer, result));
      }
    }
  }

  /** The options, of the stage that the wrapped layer gives where they carry one. */
  private TypeName type() {
    return options.of(DslLayer.RESULT);
  }

  private TypeName result() {
    return wrapping.inTime()
        ? WildcardTypeName.subtypeOf(ParameterizedTypeName.get(Stages.IN_TIME, DslLayer.RESULT))
        : DslLayer.RESULT;
  }

  private TypeName wrapped(DslLayer layer, TypeName result) {
    return layer.isGeneric() ? layer.of(result) : Stages.layer(wrapping.wrapped(), result);
  }

  private void add(TypeSpec.Builder type, TypeName layer) {
    type.addMethod(
        begin(layer)
            .addStatement("return read().ranked(layer, new $T(given(layer)))", type())
            .build());
    TypeName consumer =
        ParameterizedTypeName.get(
            ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(type()));
    type.addMethod(
        begin(layer)
            .addJavadoc("@param options sets its parameters\n")
            .addParameter(consumer, "options")
            .addStatement("return read().ranked(layer, set(new $T(given(layer)), options))", type())
            .build());
  }

  private MethodSpec.Builder begin(TypeName layer) {
    return MethodSpec.methodBuilder(options.factory())
        .addJavadoc("Adds {@link $T}.\n\n@param layer what it wraps\n", options.annotation())
        .addModifiers(Modifier.PUBLIC)
        .addTypeVariable(StageType.RESULT)
        .returns(DslLayer.RESULT)
        .addParameter(layer, "layer");
  }
}
