package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.tenon.processor.write.Components.Component;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code Samples}: the arrays of all inputs and labels, and how much each sample counts. */
final class SamplesRecord {
  private static final ClassName SAMPLES = ClassName.get("", "Samples");
  private static final String NAME = "sampleWeights";

  private final Components components;
  private final int inputs;

  /** A record of these components, of which the first so many are inputs. */
  SamplesRecord(Components components, int inputs) {
    this.components = components;
    this.inputs = inputs;
  }

  private List<Component> labels() {
    return components.all().subList(inputs, components.all().size());
  }

  TypeSpec type() {
    TypeSpec.Builder record =
        TypeSpec.recordBuilder("Samples")
            .addModifiers(Modifier.PUBLIC)
            .addSuperinterface(Types.SAMPLE_ARRAYS)
            .addJavadoc(
                "Arrays to train or evaluate with; the first axis counts the samples.\n\n$L$L",
                components.tags(),
                "@param sampleWeights how much each sample counts in the loss\n")
            .recordConstructor(
                MethodSpec.constructorBuilder()
                    .addParameters(components.parameters())
                    .addParameter(ParameterSpec.builder(Types.WEIGHTING, NAME).build())
                    .build())
            .addMethod(alike())
            .addMethod(
                weighted(NAME, "all outputs", CodeBlock.of("$T.of(weights)", Types.WEIGHTING)));
    if (labels().size() > 1) {
      for (Component label : labels()) {
        record.addMethod(weightedOutput(label));
      }
    }
    return record.addMethod(arrays()).build();
  }

  private MethodSpec alike() {
    return MethodSpec.constructorBuilder()
        .addJavadoc("Samples that all count alike.")
        .addModifiers(Modifier.PUBLIC)
        .addParameters(components.parameters())
        .addStatement("this($L, $T.ALIKE)", components.arguments(), Types.WEIGHTING)
        .build();
  }

  private MethodSpec weighted(String name, String outputs, CodeBlock weights) {
    return weighting(name, outputs).addStatement(again(weights)).build();
  }

  private MethodSpec weightedOutput(Component label) {
    return weighting(label.name() + "SampleWeights", "{@code %s}".formatted(label.tensor()))
        .addStatement("$T all = this.$L.with($S, weights)", Types.WEIGHTING, NAME, label.tensor())
        .addStatement(again(CodeBlock.of("all")))
        .build();
  }

  private static MethodSpec.Builder weighting(String name, String outputs) {
    return Methods.instance(
            name,
            SAMPLES,
            "The same, each sample counting so much in the loss of %s.\n\n@param weights (batch), 0"
                    .formatted(outputs)
                + " or more\n")
        .addParameter(Types.ARRAY, "weights");
  }

  private CodeBlock again(CodeBlock weights) {
    return CodeBlock.of("return new Samples($L, $L)", components.names("this."), weights);
  }

  private MethodSpec arrays() {
    CodeBlock.Builder arrays = CodeBlock.builder().add("return $T.builder()", Types.SAMPLES);
    for (int i = 0; i < components.all().size(); i++) {
      Component component = components.all().get(i);
      String method = i < inputs ? "input" : "label";
      arrays.add("\n.$L($S, $L)", method, component.tensor(), component.name());
    }
    arrays.add("\n.weighting($L)", NAME).add("\n.build()");
    return Methods.instance("arrays", Types.SAMPLES, "The arrays by name.")
        .addAnnotation(Override.class)
        .addStatement(arrays.build())
        .build();
  }
}
