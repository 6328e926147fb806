package io.tenon.processor.read;

import io.tenon.processor.read.WrittenValue.Constant;
import io.tenon.processor.read.WrittenValue.Instance;
import io.tenon.processor.read.WrittenValue.Literal;
import io.tenon.processor.read.WrittenValue.Many;
import io.tenon.processor.read.WrittenValue.Nested;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;

/** Turns annotation values into {@link WrittenValue}s. */
final class WrittenValues {
  private WrittenValues() {}

  static WrittenValue of(AnnotationValue value) {
    Object content = value.getValue();
    if (content instanceof VariableElement constant) {
      TypeElement type = (TypeElement) ((DeclaredType) constant.asType()).asElement();
      return new Constant(TypeReference.of(type), constant.getSimpleName().toString());
    }
    if (content instanceof DeclaredType type) {
      TypeElement element = (TypeElement) type.asElement();
      return new Instance(TypeReference.of(element), element.getKind().isInterface());
    }
    if (content instanceof AnnotationMirror nested) {
      return nested(nested);
    }
    if (content instanceof List<?> elements) {
      return new Many(elements.stream().map(element -> of((AnnotationValue) element)).toList());
    }
    // The compiler's own text of a literal: quoted, escaped, and with the suffix it needs.
    return new Literal(value.toString());
  }

  private static Nested nested(AnnotationMirror mirror) {
    TypeElement spec = specOf(Mirrors.type(mirror));
    List<WrittenValue> components = new ArrayList<>();
    for (RecordComponentElement component : Mirrors.components(spec)) {
      String member =
          Mirrors.member(mirror, component.getSimpleName().toString(), components.isEmpty());
      components.add(of(Mirrors.value(mirror, member)));
    }
    Map<String, WrittenValue> written = new LinkedHashMap<>();
    mirror
        .getElementValues()
        .forEach(
            (member, value) -> {
              if (!member.getSimpleName().contentEquals("value")) {
                written.put(member.getSimpleName().toString(), of(value));
              }
            });
    return new Nested(TypeReference.of(spec), components, written, hasFactory(spec));
  }

  /** The record that stands for a nested annotation. */
  static TypeElement specOf(TypeElement annotation) {
    return ElementFilter.typesIn(annotation.getEnclosedElements()).stream()
        .filter(type -> type.getSimpleName().contentEquals("Spec"))
        .findFirst()
        .orElseThrow(UnreadableException::new);
  }

  /** Whether a record has {@code static of(first)}, the others at their defaults. */
  static boolean hasFactory(TypeElement spec) {
    return ElementFilter.methodsIn(spec.getEnclosedElements()).stream()
        .anyMatch(
            method ->
                method.getSimpleName().contentEquals("of")
                    && method.getModifiers().contains(Modifier.STATIC)
                    && method.getParameters().size() == 1);
  }
}
