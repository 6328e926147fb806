package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.tenon.processor.read.WrittenValue;
import java.util.ArrayList;
import java.util.List;

/** Writes the values of annotations as Java expressions. */
final class Values {
  private final Constants constants;

  Values(Constants constants) {
    this.constants = constants;
  }

  /** An expression of the value's own type; arrays are lists, annotations their specs. */
  CodeBlock expression(WrittenValue value) {
    if (value instanceof WrittenValue.Literal literal) {
      return CodeBlock.of("$L", literal.java());
    }
    if (value instanceof WrittenValue.Constant constant) {
      return constants.use(Types.of(constant.type()), constant.name());
    }
    if (value instanceof WrittenValue.Many many) {
      return CodeBlock.of("$T.of($L)", List.class, join(many.elements()));
    }
    if (value instanceof WrittenValue.Instance instance) {
      return instance.isInterface()
          ? CodeBlock.of("null")
          : CodeBlock.of("new $T()", Types.of(instance.type()));
    }
    WrittenValue.Nested nested = (WrittenValue.Nested) value;
    ClassName spec = Types.of(nested.spec());
    if (nested.function().isPresent()) {
      return CodeBlock.of("$T.of($L)", spec, expression(nested.function().get()));
    }
    return nested.factory()
        ? changed(nested, CodeBlock.of("$T.of($L)", spec, expression(nested.components().get(0))))
        : CodeBlock.of("new $T($L)", spec, join(nested.components(), ",$W"));
  }

  /** The defaults with what was written: {@code Spec.of(L2).withL2(1e-4)}. */
  private CodeBlock changed(WrittenValue.Nested nested, CodeBlock defaults) {
    CodeBlock.Builder code = CodeBlock.builder().add(defaults);
    for (var written : nested.written().entrySet()) {
      String component = ModelNames.capitalize(written.getKey());
      code.add(".with$L($L)", component, varargs(written.getValue()));
    }
    return code.build();
  }

  /** An argument for a factory or a setter, where an annotation is given by its value alone. */
  CodeBlock argument(WrittenValue value) {
    return value instanceof WrittenValue.Nested nested && nested.single()
        ? expression(nested.components().get(0))
        : expression(value);
  }

  /** An array as the last argument: its elements, since it is varargs. */
  CodeBlock varargs(WrittenValue value) {
    return value instanceof WrittenValue.Many many ? join(many.elements()) : argument(value);
  }

  /** An array of elements of that type, as an argument before the last. */
  CodeBlock array(WrittenValue value, TypeName element) {
    return value instanceof WrittenValue.Many many
        ? CodeBlock.of("new $T[] {$L}", element, join(many.elements()))
        : argument(value);
  }

  private CodeBlock join(List<WrittenValue> values) {
    return join(values, ", ");
  }

  private CodeBlock join(List<WrittenValue> values, String separator) {
    List<CodeBlock> expressions = new ArrayList<>();
    for (WrittenValue value : values) {
      expressions.add(expression(value));
    }
    return Blocks.join(expressions, separator);
  }
}
