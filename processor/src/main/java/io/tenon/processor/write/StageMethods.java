package io.tenon.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.tenon.processor.ranks.RankRule.Reading;
import io.tenon.shape.RankType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The methods of a stage that add one layer: with its arguments alone, and with its options. */
final class StageMethods {
  private static final String REFUSAL =
      "@throws io.tenon.problem.ModelException if it does not fit\n";

  private final DslLayer options;
  private final Reading reading;

  StageMethods(DslLayer options, Reading reading) {
    this.options = options;
    this.reading = reading;
  }

  void addTo(TypeSpec.Builder type) {
    for (Arguments arguments : new ArgumentLists(options, reading).all()) {
      for (Others others : others(arguments)) {
        if (arguments.plain() && others.plain()) {
          type.addMethod(plain(others, arguments));
        }
        if (arguments.chosen() && others.chosen()) {
          type.addMethod(
              options.isGeneric() ? ranked(others, arguments) : chosen(others, arguments));
        }
      }
    }
  }

  /**
   * Tensors that are read besides the stage itself.
   *
   * @param reader what reads them all
   * @param plain whether a method without options takes them so
   * @param chosen whether a method with options does
   */
  private record Others(
      List<ParameterSpec> parameters,
      CodeBlock reader,
      boolean varargs,
      boolean plain,
      boolean chosen) {}

  private List<Others> others(Arguments arguments) {
    List<RankType> ranks = reading.inputs().subList(1, reading.inputs().size());
    if (reading.repeated()) {
      return repeated(Stages.of(reading.inputs().get(0)), arguments.parameters().isEmpty());
    }
    List<ParameterSpec> parameters = new ArrayList<>();
    List<CodeBlock> names = new ArrayList<>();
    for (int i = 0; i < ranks.size(); i++) {
      String name = ranks.size() == 1 ? "other" : List.of("second", "third").get(i);
      parameters.add(ParameterSpec.builder(Stages.of(ranks.get(i)), name).build());
      names.add(CodeBlock.of("$L", name));
    }
    CodeBlock reader = CodeBlock.of("read($L)", Blocks.join(names, ", "));
    return List.of(new Others(parameters, reader, false, true, true));
  }

  private static List<Others> repeated(ClassName stage, boolean last) {
    ParameterSpec other = ParameterSpec.builder(stage, "other").build();
    ParameterSpec more = ParameterSpec.builder(ArrayTypeName.of(stage), "more").build();
    ParameterSpec all =
        ParameterSpec.builder(ParameterizedTypeName.get(ClassName.get(List.class), stage), "others")
            .build();
    List<Others> forms = new ArrayList<>();
    if (last) {
      CodeBlock reader = CodeBlock.of("readAll(other, more)");
      forms.add(new Others(List.of(other, more), reader, true, true, false));
    }
    forms.add(new Others(List.of(other), CodeBlock.of("read(other)"), false, !last, true));
    forms.add(new Others(List.of(all), CodeBlock.of("read(others)"), false, true, true));
    return forms;
  }

  private MethodSpec plain(Others others, Arguments arguments) {
    Optional<RankType> output = arguments.output();
    return begin(others, arguments)
        .varargs(others.varargs() || arguments.varargs())
        .addJavadoc(REFUSAL)
        .returns(Stages.of(output))
        .addStatement(Stages.add(others.reader(), output, arguments.create()))
        .build();
  }

  private MethodSpec chosen(Others others, Arguments arguments) {
    TypeName consumer =
        ParameterizedTypeName.get(
            ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(options.name()));
    return begin(others, arguments)
        .addJavadoc("@param options sets the others\n" + REFUSAL)
        .addParameter(consumer, "options")
        .returns(Stages.of(arguments.output()))
        .addStatement(
            Stages.add(
                others.reader(),
                arguments.output(),
                CodeBlock.of("set($L, options)", arguments.create())))
        .build();
  }

  /** Where a flag changes the rank, what the lambda gives tells the stage. */
  private MethodSpec ranked(Others others, Arguments arguments) {
    TypeName function =
        ParameterizedTypeName.get(
            ClassName.get(Function.class),
            WildcardTypeName.supertypeOf(options.byDefault()),
            options.of(DslLayer.RESULT));
    return begin(others, arguments)
        .addTypeVariable(StageType.RESULT)
        .addJavadoc(
            "@param options sets the others; $L turns the result into another stage\n" + REFUSAL,
            String.join(
                " or ",
                options.ranks().changes().keySet().stream()
                    .sorted()
                    .map("{@code %s()}"::formatted)
                    .toList()))
        .addParameter(function, "options")
        .returns(DslLayer.RESULT)
        .addStatement("return $L.ranked(options.apply($L))", others.reader(), arguments.create())
        .build();
  }

  private MethodSpec.Builder begin(Others others, Arguments arguments) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(options.factory())
            .addModifiers(Modifier.PUBLIC)
            .addJavadoc("Adds {@link $T}.\n\n", options.annotation())
            .addParameters(others.parameters())
            .addParameters(arguments.parameters());
    arguments
        .members()
        .forEach(
            member ->
                method.addJavadoc(
                    "@param $L {@link $T#$L}\n",
                    member.name(),
                    options.annotation(),
                    member.annotationName()));
    return method;
  }
}
