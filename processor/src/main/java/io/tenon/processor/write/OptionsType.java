package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.tenon.processor.read.LayerType;
import io.tenon.processor.read.LayerType.Member;
import io.tenon.processor.read.LayerType.Shorthand;
import io.tenon.processor.read.WrittenValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** The options of one layer: a field and a setter for each parameter, and the spec of them. */
final class OptionsType {
  private final LayerType layer;
  private final ClassName annotation;
  private final ClassName spec;
  private final ClassName name;
  private final Values values;

  OptionsType(LayerType layer, ClassName name, Constants constants) {
    this.layer = layer;
    this.annotation = Types.of(layer.annotation());
    this.spec = Types.of(layer.spec());
    this.name = name;
    this.values = new Values(constants);
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc(
                "The parameters of {@link $T}; what is not set has its default.\n", annotation)
            .addAnnotation(Types.GENERATED)
            .addAnnotation(Types.NULL_MARKED)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Supplier.class), spec));
    layer.members().forEach(member -> type.addField(field(member)));
    type.addMethod(constructor());
    for (Member member : layer.optional()) {
      type.addMethod(setter(member));
      member.shorthand().ifPresent(shorthand -> type.addMethod(setter(member, shorthand)));
    }
    return type.addMethod(get()).build();
  }

  private FieldSpec field(Member member) {
    FieldSpec.Builder field =
        FieldSpec.builder(Parameters.fieldType(member), member.name(), Modifier.PRIVATE);
    if (member.defaultValue().isEmpty()) {
      return field.addModifiers(Modifier.FINAL).build();
    }
    return field.initializer(initial(member, member.defaultValue().get())).build();
  }

  /** The compiler gives the default of an array either as one value or as a list of one. */
  private CodeBlock initial(Member member, WrittenValue value) {
    return values.expression(
        member.array() && !(value instanceof WrittenValue.Many)
            ? new WrittenValue.Many(List.of(value))
            : value);
  }

  private MethodSpec constructor() {
    Parameters parameters = new Parameters(layer.required());
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addParameters(parameters.specs())
            .varargs(parameters.isVarargs());
    for (Member member : layer.required()) {
      constructor.addStatement("this.$L = $L", member.name(), Parameters.toField(member));
    }
    return constructor.build();
  }

  private MethodSpec setter(Member member) {
    Parameters parameters = new Parameters(List.of(member));
    return setterOf(member)
        .addParameters(parameters.specs())
        .varargs(parameters.isVarargs())
        .addStatement("this.$L = $L", member.name(), Parameters.toField(member))
        .addStatement("return this")
        .build();
  }

  /** A setter that takes the one value that a nested annotation needs. */
  private MethodSpec setter(Member member, Shorthand shorthand) {
    ClassName nested = Types.boxed(member.type());
    CodeBlock value;
    if (shorthand.factory()) {
      value = CodeBlock.of("$T.of($L)", nested, shorthand.name());
    } else {
      List<CodeBlock> components = new ArrayList<>();
      for (Optional<WrittenValue> component : shorthand.components()) {
        components.add(
            component
                .map(values::expression)
                .orElseGet(() -> CodeBlock.of("$L", shorthand.name())));
      }
      value = CodeBlock.of("new $T($L)", nested, CodeBlock.join(components, ",$W"));
    }
    return setterOf(member)
        .addParameter(Types.of(shorthand.type()), shorthand.name())
        .addStatement("return $L($L)", member.name(), value)
        .build();
  }

  private MethodSpec.Builder setterOf(Member member) {
    return MethodSpec.methodBuilder(member.name())
        .addModifiers(Modifier.PUBLIC)
        .returns(name)
        .addJavadoc("Sets {@link $T#$L}.\n", annotation, member.annotationName());
  }

  private MethodSpec get() {
    List<CodeBlock> components = new ArrayList<>();
    layer.components().forEach(component -> components.add(CodeBlock.of("$L", component)));
    return MethodSpec.methodBuilder("get")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(spec)
        .addStatement("return new $T($L)", spec, CodeBlock.join(components, ",$W"))
        .build();
  }
}
