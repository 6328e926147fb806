package io.tenon.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.graph.OutputSpec;
import io.tenon.processor.write.Components.Component;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code predict}: arrays in, arrays out; several inputs or outputs have a record each. */
final class PredictMethods {
  private static final ParameterizedTypeName BATCHES =
      ParameterizedTypeName.get(
          ClassName.get(Iterable.class), WildcardTypeName.subtypeOf(ClassName.get("", "Samples")));

  private final Components inputs;
  private final Components outputs;

  PredictMethods(Graph graph, ModelNames names) {
    List<Component> read = new ArrayList<>();
    for (Node node : graph.inputs()) {
      read.add(component(node, names));
    }
    this.inputs = new Components(read);
    List<Component> given = new ArrayList<>();
    for (OutputSpec output : graph.outputs()) {
      given.add(component(graph.node(output.tensor()), names));
    }
    this.outputs = new Components(given);
  }

  private static Component component(Node node, ModelNames names) {
    return new Component(
        node.name(),
        names.component(node.name()),
        ArrayText.of(node.type()),
        JavaArrayType.of(node.type()));
  }

  void addMethods(TypeSpec.Builder type) {
    type.addMethod(predict("predict", "outputs", "Predicts."));
    if (!inputs.javaArrays().isEmpty()) {
      type.addMethod(predictJavaArrays());
    }
    if (!inputs.isSingle()) {
      type.addMethod(predictRecord());
    }
    type.addMethod(predictBatches())
        .addMethod(
            predict(
                "predictOnBatch",
                "outputsOfBatch",
                "Predicts one batch, whatever its size, in one run."));
  }

  void addTypes(TypeSpec.Builder type) {
    if (!inputs.isSingle()) {
      type.addType(inputs.record("Inputs", "What the model reads.").build());
    }
    if (!outputs.isSingle()) {
      type.addType(outputsRecord());
    }
  }

  private MethodSpec predict(String name, String outputsMethod, String javadoc) {
    CodeBlock call = CodeBlock.of("$L($L)", outputsMethod, inputs.arguments());
    return method(name, javadoc, inputs.tags())
        .addParameters(inputs.parameters())
        .addStatement(outputs.isSingle() ? "return $L[0]" : "return Outputs.of($L)", call)
        .build();
  }

  private MethodSpec predictJavaArrays() {
    return method("predict", "Predicts of Java arrays.", inputs.tags())
        .addParameters(inputs.javaArrays())
        .addStatement("return predict($L)", inputs.convertedArguments())
        .build();
  }

  private MethodSpec predictRecord() {
    List<CodeBlock> arguments = new ArrayList<>();
    for (Component component : inputs.all()) {
      arguments.add(CodeBlock.of("inputs.$L()", component.name()));
    }
    return method("predict", "Predicts.", "")
        .addParameter(ClassName.get("", "Inputs"), "inputs")
        .addStatement("return predict($L)", Blocks.join(arguments, ", "))
        .build();
  }

  private MethodSpec predictBatches() {
    CodeBlock arrays = CodeBlock.of("outputsOfBatches(batches)");
    return method(
            "predict",
            "Predicts batches one after the other; labels are left alone.",
            "@param batches of a list, a dataset or a generator\n")
        .addParameter(BATCHES, "batches")
        .addStatement(outputs.isSingle() ? "return $L[0]" : "return Outputs.of($L)", arrays)
        .build();
  }

  private MethodSpec.Builder method(String name, String javadoc, String tags) {
    String returned =
        outputs.isSingle()
            ? "@return %s: %s\n".formatted(outputs.first().tensor(), outputs.first().text())
            : "";
    TypeName result = outputs.isSingle() ? Types.ARRAY : ClassName.get("", "Outputs");
    String details = tags + returned;
    return Methods.instance(name, result, details.isEmpty() ? javadoc : javadoc + "\n\n" + details);
  }

  private TypeSpec outputsRecord() {
    List<CodeBlock> elements = new ArrayList<>();
    for (int i = 0; i < outputs.all().size(); i++) {
      elements.add(CodeBlock.of("arrays[$L]", i));
    }
    return outputs
        .record("Outputs", "What the model gives.")
        .addMethod(
            MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ClassName.get("", "Outputs"))
                .addParameter(ArrayTypeName.of(Types.ARRAY), "arrays")
                .addStatement("return new Outputs($L)", Blocks.join(elements, ", "))
                .build())
        .build();
  }
}
