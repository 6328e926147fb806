package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.processor.write.Components.Component;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * {@code samples()} and its stages: an interface for each input and each label, with one method, so
 * that none can be forgotten.
 */
final class SamplesTypes {
  private final ModelNames names;
  private final ClassName model;
  private final int inputs;
  private final Components components;

  SamplesTypes(Graph graph, ModelNames names, ClassName model) {
    this.names = names;
    this.model = model;
    this.inputs = graph.inputs().size();
    List<Component> all = new ArrayList<>();
    for (Node node : graph.inputs()) {
      all.add(
          new Component(
              node.name(),
              names.component(node.name()),
              ArrayText.of(node.type()),
              JavaArrayType.of(node.type())));
    }
    for (OutputSpec output : graph.outputs()) {
      TensorType type = graph.node(output.tensor()).type();
      all.add(
          new Component(
              output.tensor(),
              names.label(output),
              ArrayText.label(output, type),
              JavaArrayType.label(output, type)));
    }
    this.components = new Components(all);
  }

  void addMethod(TypeSpec.Builder type) {
    type.addMethod(samples());
  }

  void addTypes(TypeSpec.Builder type) {
    for (int i = 0; i < components.all().size(); i++) {
      type.addType(stage(i));
    }
    type.addType(record());
  }

  private MethodSpec samples() {
    CodeBlock.Builder stages = CodeBlock.builder();
    for (Component component : components.all()) {
      stages.add("$L ->$W", component.name());
    }
    return Methods.constant(
            "samples", stageName(0), "Begins samples to train or evaluate with: arrays in turn.")
        .addStatement("return $Lnew Samples($L)", stages.build(), components.arguments())
        .build();
  }

  private TypeSpec stage(int index) {
    Component component = components.all().get(index);
    boolean last = index == components.all().size() - 1;
    String kind = index < inputs ? "the input" : "the labels of";
    ClassName next = last ? ClassName.get("", "Samples") : stageName(index + 1);
    TypeSpec.Builder stage =
        TypeSpec.interfaceBuilder(stageName(index))
            .addJavadoc("Samples that still need $L {@code $L}.", kind, component.tensor())
            .addAnnotation(FunctionalInterface.class)
            .addModifiers(Modifier.PUBLIC)
            .addMethod(
                adder(component, kind, next, "")
                    .addModifiers(Modifier.ABSTRACT)
                    .addParameter(Types.ARRAY, component.name())
                    .build());
    if (component.javaArray().isPresent()) {
      stage.addMethod(
          adder(component, kind, next, " as a Java array")
              .addModifiers(Modifier.DEFAULT)
              .addParameter(component.javaArray().get(), component.name())
              .addStatement(
                  "return $L($T.of($L))", component.name(), Types.JAVA_ARRAYS, component.name())
              .build());
    }
    return stage.build();
  }

  private static MethodSpec.Builder adder(
      Component component, String kind, ClassName next, String form) {
    return MethodSpec.methodBuilder(component.name())
        .addJavadoc(
            "Adds $L {@code $L}$L.\n\n@param $L $L\n",
            kind,
            component.tensor(),
            form,
            component.name(),
            component.text())
        .addModifiers(Modifier.PUBLIC)
        .returns(next);
  }

  private TypeSpec record() {
    return new SamplesRecord(components, inputs).type();
  }

  private ClassName stageName(int index) {
    return model.nestedClass(names.stage(components.all().get(index).name()));
  }
}
