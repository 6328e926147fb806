package io.tenon.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Arrays for some of a model's tensors: as parameters, and as the components of a record. */
final class Components {
  private final List<Component> components;

  Components(List<Component> components) {
    this.components = List.copyOf(components);
  }

  /**
   * An array for a tensor.
   *
   * @param tensor its name
   * @param name the name of the component and parameter
   * @param text what it holds
   * @param javaArray the Java array of the same shape, if there is one
   */
  record Component(String tensor, String name, String text, Optional<TypeName> javaArray) {}

  List<Component> all() {
    return components;
  }

  boolean isSingle() {
    return components.size() == 1;
  }

  Component first() {
    return components.get(0);
  }

  List<ParameterSpec> parameters() {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Component component : components) {
      parameters.add(ParameterSpec.builder(Types.ARRAY, component.name()).build());
    }
    return parameters;
  }

  /** The same as Java arrays; none unless there is one for each. */
  List<ParameterSpec> javaArrays() {
    List<ParameterSpec> parameters = new ArrayList<>();
    for (Component component : components) {
      if (component.javaArray().isEmpty()) {
        return List.of();
      }
      parameters.add(ParameterSpec.builder(component.javaArray().get(), component.name()).build());
    }
    return parameters;
  }

  /** {@code @param} tags, one a line. */
  String tags() {
    StringBuilder tags = new StringBuilder();
    for (Component component : components) {
      tags.append("@param %s %s\n".formatted(component.name(), component.text()));
    }
    return tags.toString();
  }

  /** The names, separated by commas. */
  CodeBlock arguments() {
    return names("");
  }

  /** The names behind a prefix, separated by commas. */
  CodeBlock names(String prefix) {
    List<CodeBlock> names = new ArrayList<>();
    for (Component component : components) {
      names.add(CodeBlock.of("$L$L", prefix, component.name()));
    }
    return Blocks.join(names, ", ");
  }

  /** The same, converted from Java arrays. */
  CodeBlock convertedArguments() {
    List<CodeBlock> converted = new ArrayList<>();
    for (Component component : components) {
      converted.add(CodeBlock.of("$T.of($L)", Types.JAVA_ARRAYS, component.name()));
    }
    return Blocks.join(converted, ", ");
  }

  /** A record of these. */
  TypeSpec.Builder record(String name, String javadoc) {
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L\n\n$L", javadoc, tags())
        .recordConstructor(MethodSpec.constructorBuilder().addParameters(parameters()).build());
  }
}
