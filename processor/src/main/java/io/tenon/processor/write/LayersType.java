package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.tenon.processor.read.LayerType;
import io.tenon.processor.read.LayerType.Member;
import java.util.List;
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
    layers.forEach(layer -> type.addMethod(factory(layer)));
    return type.build();
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
    return factory
        .addStatement(
            "return $L",
            options.create(
                CodeBlock.of(
                    "$L", String.join(", ", layer.required().stream().map(Member::name).toList()))))
        .build();
  }
}
