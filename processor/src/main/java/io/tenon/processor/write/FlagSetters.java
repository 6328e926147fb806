package io.tenon.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.tenon.processor.read.LayerType.Member;
import io.tenon.processor.read.WrittenValue;
import io.tenon.shape.RankType;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The setters of a flag that changes the rank of the result. Turned over by its name alone, javac
 * knows the rank; given as a value, only the run does.
 */
final class FlagSetters {
  private final DslLayer options;
  private final Member member;
  private final RankType changed;

  FlagSetters(DslLayer options, Member member, RankType changed) {
    this.options = options;
    this.member = member;
    this.changed = changed;
  }

  /** The setter that turns the flag over. */
  MethodSpec setter() {
    TypeName result = options.of(Stages.of(changed));
    return begin(result)
        .addJavadoc(
            "Turns {@link $T#$L} over, so that it gives $L.\n",
            options.annotation(),
            member.annotationName(),
            changed.withArticle())
        .addStatement("this.$L = $L", member.name(), !isSetByDefault())
        .addStatement("rankOpen(false)")
        .addStatement("return ($T) this", result)
        .build();
  }

  /** The setter of a value that is chosen at run time. */
  MethodSpec chosen() {
    TypeName result = options.of(Stages.of(Optional.empty()));
    return begin(result)
        .addJavadoc(
            "Sets {@link $T#$L} to what is known at run time alone, and leaves the rank open.\n",
            options.annotation(),
            member.annotationName())
        .addParameter(TypeName.BOOLEAN, member.name())
        .addStatement("this.$L = $L", member.name(), member.name())
        .addStatement("rankOpen(true)")
        .addStatement("return ($T) this", result)
        .build();
  }

  private MethodSpec.Builder begin(TypeName result) {
    return MethodSpec.methodBuilder(member.name())
        .addAnnotation(
            AnnotationSpec.builder(SuppressWarnings.class)
                .addMember("value", "$S", "unchecked")
                .build())
        .addModifiers(Modifier.PUBLIC)
        .returns(result);
  }

  private boolean isSetByDefault() {
    return member
        .defaultValue()
        .filter(value -> value.equals(new WrittenValue.Literal("true")))
        .isPresent();
  }
}
