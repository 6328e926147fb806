package io.tenon.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
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
    return components.stream()
        .map(component -> ParameterSpec.builder(Types.ARRAY, component.name()).build())
        .toList();
  }

  /** The same as Java arrays; none unless there is one for each. */
  List<ParameterSpec> javaArrays() {
    if (components.stream().anyMatch(component -> component.javaArray().isEmpty())) {
      return List.of();
    }
    return components.stream()
        .map(
            component ->
                ParameterSpec.builder(component.javaArray().orElseThrow(), component.name())
                    .build())
        .toList();
  }

  /** {@code @param} tags, one a line. */
  String tags() {
    StringBuilder tags = new StringBuilder();
    components.forEach(
        component -> tags.append("@param %s %s\n".formatted(component.name(), component.text())));
    return tags.toString();
  }

  /** The names, separated by commas. */
  CodeBlock arguments() {
    return CodeBlock.of("$L", String.join(", ", components.stream().map(Component::name).toList()));
  }

  /** The same, converted from Java arrays. */
  CodeBlock convertedArguments() {
    return CodeBlock.join(
        components.stream()
            .map(component -> CodeBlock.of("$T.of($L)", Types.JAVA_ARRAYS, component.name()))
            .toList(),
        ", ");
  }

  /** A record of these. */
  TypeSpec.Builder record(String name, String javadoc) {
    return TypeSpec.recordBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("$L\n\n$L", javadoc, tags())
        .recordConstructor(MethodSpec.constructorBuilder().addParameters(parameters()).build());
  }
}
