package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.tenon.Metric;
import io.tenon.graph.Graph;
import io.tenon.graph.OutputSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * {@code Scores}, what {@code evaluate} gives: the loss, with several outputs the loss of each, and
 * the metrics that the model declares. The names are Keras's in camel case.
 */
final class ScoresType {
  private final List<Score> scores = new ArrayList<>();

  private record Score(String key, String text) {
    String name() {
      return ModelNames.camelCase(key);
    }
  }

  ScoresType(Graph graph) {
    boolean several = graph.outputs().size() > 1;
    scores.add(
        new Score(
            "loss", several ? "the weighted sum of the losses" : "the mean over the samples"));
    for (OutputSpec output : graph.outputs()) {
      if (several) {
        scores.add(
            new Score(
                output.tensor() + "_loss", "the loss of {@code %s}".formatted(output.tensor())));
      }
    }
    for (OutputSpec output : graph.outputs()) {
      String prefix = several ? output.tensor() + "_" : "";
      for (Metric metric : output.metrics()) {
        String words = metric.kerasName().replace('_', ' ');
        scores.add(
            new Score(
                prefix + metric.kerasName(),
                "the %s of {@code %s}".formatted(words, output.tensor())));
      }
    }
  }

  void addType(TypeSpec.Builder type) {
    StringBuilder tags = new StringBuilder();
    List<ParameterSpec> components = new ArrayList<>();
    for (Score score : scores) {
      tags.append("@param %s %s\n".formatted(score.name(), score.text()));
      components.add(ParameterSpec.builder(TypeName.DOUBLE, score.name()).build());
    }
    type.addType(
        TypeSpec.recordBuilder("Scores")
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc(
                "What {@link #evaluate} measures; NaN what the builder has taken out.\n\n$L", tags)
            .recordConstructor(MethodSpec.constructorBuilder().addParameters(components).build())
            .addMethod(of())
            .build());
  }

  private MethodSpec of() {
    List<CodeBlock> values = new ArrayList<>();
    for (Score score : scores) {
      values.add(CodeBlock.of("scores.get($S)", score.key()));
    }
    return MethodSpec.methodBuilder("of")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(ClassName.get("", "Scores"))
        .addParameter(Types.SCORE_VALUES, "scores")
        .addStatement("return new Scores(\n$L)", Blocks.join(values, ",\n"))
        .build();
  }
}
