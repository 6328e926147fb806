package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tenon.processor.ranks.RankRule.Wrapping;
import io.tenon.processor.read.LayerType;
import io.tenon.processor.read.LayerType.Member;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** {@code Layers}: a static factory for each layer, taking what has no default. */
final class LayersType {
  private final List<DslLayer> layers;

  LayersType(List<DslLayer> layers) {
    this.layers = layers;
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Layers")
            .addJavadoc(
                "Layers by name, each with the parameters that it needs; the others have setters.\n")
            .addAnnotation(Types.GENERATED)
            .addAnnotation(Types.NULL_MARKED)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (DslLayer layer : layers) {
      type.addMethod(factory(layer));
      layer.wrapping().ifPresent(wrapping -> addWrappers(layer, wrapping, type));
    }
    return type.build();
  }

  /** A factory for each layer that a wrapper takes, whose rank it carries on. */
  private void addWrappers(DslLayer wrapper, Wrapping wrapping, TypeSpec.Builder type) {
    String parameter = wrapper.layer().required().get(0).name();
    for (DslLayer inner : layers) {
      Optional<TypeName> result = inner.result(wrapping.wrapped());
      if (wrapping.layers().contains(inner.layer()) && result.isPresent()) {
        MethodSpec.Builder factory =
            MethodSpec.methodBuilder(wrapper.factory())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(wrapper.of(result.get()))
                .addParameter(inner.of(result.get()), parameter)
                .addJavadoc("Begins the options of {@link $T}.\n\n", wrapper.annotation())
                .addJavadoc("@param $L the layer that it wraps\n", parameter)
                .addStatement("return $L", wrapper.create(CodeBlock.of("$L", parameter)));
        if (inner.isGeneric()) {
          factory.addTypeVariable(DslLayer.RESULT);
        }
        type.addMethod(factory.build());
      }
    }
  }

  private static MethodSpec factory(DslLayer options) {
    LayerType layer = options.layer();
    ClassName annotation = options.annotation();
    MethodSpec.Builder factory =
        MethodSpec.methodBuilder(options.factory())
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
            .returns(options.byDefault())
            .addJavadoc("Begins the options of {@link $T}", annotation)
            .addJavadoc(layer.required().isEmpty() ? ".\n" : ".\n\n");
    for (Member member : layer.required()) {
      if (member.isGiven()) {
        factory.addJavadoc(
            "@param $L $L\n",
            member.name(),
            member.isWrapped() ? "the layer that it wraps" : "what it does");
      } else {
        factory.addJavadoc(
            "@param $L {@link $T#$L}\n", member.name(), annotation, member.annotationName());
      }
    }
    Parameters parameters = new Parameters(layer.required());
    factory.addParameters(parameters.specs()).varargs(parameters.isVarargs());
    // Of a layer that only supplies its spec, the rank stays open: it passes as no options.
    String suffix = options.wrapping().isPresent() ? "::get" : "";
    return factory
        .addStatement(
            "return $L",
            options.create(
                CodeBlock.of(
                    "$L$L",
                    String.join(", ", layer.required().stream().map(Member::name).toList()),
                    suffix)))
        .build();
  }
}
