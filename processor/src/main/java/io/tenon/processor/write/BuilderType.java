package io.tenon.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.graph.Graph;
import io.tenon.graph.OutputSpec;
import javax.lang.model.element.Modifier;

/** {@code Builder}: how a model is trained, with a method for each output. */
final class BuilderType {
  private static final ClassName BUILDER = ClassName.get("", "Builder");

  private final Graph graph;
  private final ModelNames names;
  private final ClassName model;

  BuilderType(Graph graph, ModelNames names, ClassName model) {
    this.graph = graph;
    this.names = names;
    this.model = model;
  }

  void addTo(TypeSpec.Builder type) {
    TypeSpec.Builder builder =
        TypeSpec.classBuilder("Builder")
            .addJavadoc("Gathers how the model is trained; everything has a default.")
            .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
            .superclass(
                ParameterizedTypeName.get(Types.TYPED_BUILDER, model.nestedClass("Builder"), model))
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addStatement("super(GRAPH, $T::new)", model)
                    .build());
    for (OutputSpec output : graph.outputs()) {
      addOutput(builder, output);
    }
    type.addType(builder.build());
  }

  private void addOutput(TypeSpec.Builder builder, OutputSpec output) {
    String tensor = output.tensor();
    String name = names.identifier(tensor);
    builder.addMethod(
        setter(
                name + "Loss",
                ClassName.get(Loss.class),
                "loss",
                "Sets what training of {@code %s} makes small; {@link Loss#%s} unless set."
                    .formatted(tensor, output.loss()))
            .addStatement("return setLoss($S, loss)", tensor)
            .build());
    builder.addMethod(
        setter(
                tensor + "Loss",
                Types.LOSS_FUNCTION,
                "loss",
                "The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own.")
            .addStatement("return setLoss($S, loss)", tensor)
            .build());
    if (graph.outputs().size() > 1) {
      builder.addMethod(
          setter(
                  name + "LossWeight",
                  TypeName.DOUBLE,
                  "weight",
                  "Sets the weight of the loss of {@code %s} in the sum; %s unless set."
                      .formatted(tensor, output.lossWeight()))
              .addStatement("return setLossWeight($S, weight)", tensor)
              .build());
    }
    builder.addMethod(
        setter(
                name + "Metrics",
                ArrayTypeName.of(Metric.class),
                "metrics",
                "Sets what is reported of {@code %s} besides the loss, in place of what is declared."
                    .formatted(tensor))
            .varargs()
            .addStatement("return setMetrics($S, metrics)", tensor)
            .build());
    builder.addMethod(
        setter(
                tensor + "Metrics",
                Types.METRIC_SPEC,
                "metric",
                "The same, told more closely, such as {@code Metrics.f1Score(MICRO)}, or one's own.")
            .addParameter(ArrayTypeName.of(Types.METRIC_SPEC), "more")
            .varargs()
            .addStatement("return setMetrics($S, metric, more)", tensor)
            .build());
  }

  private static MethodSpec.Builder setter(
      String name, TypeName type, String parameter, String javadoc) {
    return Methods.instance(name, BUILDER, javadoc).addParameter(type, parameter);
  }
}
