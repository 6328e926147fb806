package io.tenon.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import io.tenon.processor.ranks.RankRule;
import io.tenon.processor.ranks.RankRule.Reading;
import io.tenon.processor.ranks.RankRule.Wrapping;
import io.tenon.processor.read.LayerType;
import io.tenon.processor.read.LayerType.Member;
import io.tenon.shape.RankType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A layer and the type of its options. That is generic where a flag, or what it wraps, decides the
 * rank of the result: then it carries the stage of it.
 *
 * @param packageName the package of the options
 */
record DslLayer(LayerType layer, RankRule ranks, String packageName) {
  static final TypeVariableName RESULT = TypeVariableName.get("R");

  ClassName annotation() {
    return Types.of(layer.annotation());
  }

  ClassName name() {
    return ClassName.get(packageName, layer.annotation().simpleName() + "Options");
  }

  String factory() {
    return FactoryNames.of(layer.annotation().simpleName());
  }

  boolean isGeneric() {
    return !ranks.changes().isEmpty() || wrapping().isPresent();
  }

  /**
   * What a wrapper of certain layers reads, or most of these: it gives the rank that the wrapped
   * one does.
   */
  Optional<Wrapping> wrapping() {
    return ranks.wrappings().stream()
        .filter(wrapping -> layer.required().size() == 1)
        .filter(wrapping -> !wrapping.inTime() && !wrapping.layers().isEmpty())
        .max(Comparator.comparingInt(wrapping -> wrapping.layers().size()));
  }

  /** The type, for a result of that stage where it is generic. */
  TypeName of(TypeName result) {
    return isGeneric() ? ParameterizedTypeName.get(name(), result) : name();
  }

  /** The type while no flag is set. */
  TypeName byDefault() {
    return isGeneric()
        ? of(Stages.of(ranks.readings().stream().findFirst().flatMap(Reading::output)))
        : name();
  }

  /** Makes the options. */
  CodeBlock create(CodeBlock arguments) {
    return CodeBlock.of(isGeneric() ? "new $T<>($L)" : "new $T($L)", name(), arguments);
  }

  /** What it gives for one tensor of a rank; empty if it reads none. */
  Optional<TypeName> result(RankType input) {
    return ranks.readings().stream()
        .filter(reading -> reading.inputs().equals(List.of(input)))
        .findFirst()
        .<TypeName>map(reading -> isGeneric() ? RESULT : Stages.of(reading.output()))
        .or(() -> wrapping().filter(wrapping -> wrapping.input() == input).map(w -> RESULT));
  }

  List<Reading> readings(RankType first) {
    return ranks.readings().stream().filter(reading -> reading.inputs().get(0) == first).toList();
  }

  /** The parameter that may be given without its name though it has a default. */
  Optional<Member> positional() {
    return layer.required().isEmpty()
        ? layer.members().stream()
            .findFirst()
            .filter(member -> member.array() || member.annotationName().equals("value"))
        : Optional.empty();
  }
}
