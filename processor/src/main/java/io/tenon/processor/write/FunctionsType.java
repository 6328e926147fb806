package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.tenon.processor.read.ReadModel.ModelSource;
import io.tenon.processor.read.ReadModel.Signature;
import io.tenon.processor.read.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The functions of a model: an instance of its type on which default methods with {@code @Lambda}
 * are called. Its tensors are no methods to call, and say so.
 */
final class FunctionsType {
  private static final String NAME = "Functions";
  private static final String FIELD = "FUNCTIONS";

  private FunctionsType() {}

  /** The layer that calls a function. */
  static LayerExpression expression(
      ModelSource source, Statement.Function function, Constants constants) {
    List<CodeBlock> arguments = new ArrayList<>();
    for (int i = 0; i < function.inputs().size(); i++) {
      arguments.add(CodeBlock.of("inputs[$L]", i));
    }
    CodeBlock owner =
        function.isStatic()
            ? CodeBlock.of("$T", Types.of(source.type()))
            : CodeBlock.of("$L", FIELD);
    CodeBlock call =
        CodeBlock.of(
            "$T.of(inputs -> $L.$L($L))",
            Types.SAME_DIFF_FUNCTION,
            owner,
            function.name(),
            Blocks.join(arguments, ", "));
    return new LayerExpression(function.call().orElseThrow(), constants, List.of(call));
  }

  /** Adds the instance and its class, where a function needs them. */
  static void addTo(TypeSpec.Builder type, ModelSource source, ClassName model) {
    if (isNeeded(source)) {
      ClassName name = model.nestedClass(NAME);
      type.addField(
          FieldSpec.builder(
                  Types.of(source.type()), FIELD, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("new $T()", name)
              .build());
      type.addType(type(source, name));
    }
  }

  private static boolean isNeeded(ModelSource source) {
    for (Statement statement : source.statements()) {
      if (statement instanceof Statement.Function function && !function.isStatic()) {
        return true;
      }
    }
    return false;
  }

  private static TypeSpec type(ModelSource source, ClassName name) {
    ClassName declared = Types.of(source.type());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addJavadoc(
                "The functions of {@link $T}; its tensors are not called, but read from a model.",
                declared)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    if (source.isClass()) {
      type.superclass(declared);
    } else {
      type.addSuperinterface(declared);
    }
    for (Signature signature : source.signatures()) {
      MethodSpec.Builder method =
          MethodSpec.methodBuilder(signature.name())
              .addAnnotation(Override.class)
              .addModifiers(Modifier.PUBLIC)
              .returns(Types.of(signature.returns()));
      for (int i = 0; i < signature.parameters().size(); i++) {
        method.addParameter(Types.of(signature.parameters().get(i)), "input" + i);
      }
      type.addMethod(
          method
              .addStatement("throw new $T($S)", UnsupportedOperationException.class, "a tensor")
              .build());
    }
    return type.build();
  }
}
