package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tenon.processor.read.LayerType;
import io.tenon.processor.read.LayerType.Member;
import io.tenon.processor.read.LayerType.Shorthand;
import io.tenon.processor.read.WrittenValue;
import io.tenon.shape.RankType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/** The options of one layer: a field and a setter for each parameter, and the spec of them. */
final class OptionsType {
  private final DslLayer options;
  private final LayerType layer;
  private final ClassName annotation;
  private final ClassName spec;
  private final TypeName self;
  private final Values values;

  OptionsType(DslLayer options, Constants constants) {
    this.options = options;
    this.layer = options.layer();
    this.annotation = options.annotation();
    this.spec = Types.of(layer.spec());
    this.self = options.of(DslLayer.RESULT);
    this.values = new Values(constants);
  }

  TypeSpec type() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(options.name())
            .addJavadoc(
                "The parameters of {@link $T}; what is not set has its default.\n", annotation)
            .addAnnotation(Types.GENERATED)
            .addAnnotation(Types.NULL_MARKED)
            .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
            .superclass(Stages.OPTIONS)
            .addSuperinterface(ParameterizedTypeName.get(ClassName.get(Supplier.class), spec));
    if (options.isGeneric()) {
      type.addTypeVariable(DslLayer.RESULT).addJavadoc("\n@param <R> the stage of what it gives\n");
    }
    for (RankType rank : RankType.values()) {
      options.result(rank).ifPresent(result -> type.addSuperinterface(Stages.layer(rank, result)));
    }
    layer.members().forEach(member -> type.addField(field(member)));
    type.addMethod(constructor());
    for (Member member : layer.optional()) {
      RankType changed = options.ranks().changes().get(member.name());
      if (changed == null) {
        type.addMethod(setter(member));
      } else {
        FlagSetters flag = new FlagSetters(options, member, changed);
        type.addMethod(flag.setter()).addMethod(flag.chosen());
      }
      member.shorthand().ifPresent(shorthand -> type.addMethod(setter(member, shorthand)));
    }
    return type.addMethod(common("name", ClassName.get(String.class)))
        .addMethod(common("trainable", TypeName.BOOLEAN))
        .addMethod(get())
        .build();
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
            .varargs(parameters.isVarargs())
            .addStatement("super($S)", options.factory());
    for (Member member : layer.required()) {
      if (member.isWrapped()) {
        constructor.addStatement("wrap($L)", member.name());
      }
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
      value = CodeBlock.of("new $T($L)", nested, Blocks.join(components, ",$W"));
    }
    return setterOf(member)
        .addParameter(Types.of(shorthand.type()), shorthand.name())
        .addStatement("return $L($L)", member.name(), value)
        .build();
  }

  private MethodSpec.Builder setterOf(Member member) {
    return MethodSpec.methodBuilder(member.name())
        .addModifiers(Modifier.PUBLIC)
        .returns(self)
        .addJavadoc("Sets {@link $T#$L}.\n", annotation, member.annotationName());
  }

  /** What all options have, giving these. */
  private MethodSpec common(String name, TypeName type) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(self)
        .addParameter(type, name)
        .addStatement("super.$L($L)", name, name)
        .addStatement("return this")
        .build();
  }

  private MethodSpec get() {
    List<CodeBlock> components = new ArrayList<>();
    layer.components().forEach(component -> components.add(CodeBlock.of("$L", component)));
    return MethodSpec.methodBuilder("get")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(spec)
        .addStatement("return new $T($L)", spec, Blocks.join(components, ",$W"))
        .build();
  }
}
