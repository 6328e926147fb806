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
import javax.lang.model.element.ExecutableElement;
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
      List<WrittenValue> values = new ArrayList<>();
      for (Object element : elements) {
        values.add(of((AnnotationValue) element));
      }
      return new Many(values);
    }
    // The compiler's own text of a literal: quoted, escaped, and with the suffix it needs.
    return new Literal(value.toString());
  }

  private static Nested nested(AnnotationMirror mirror) {
    TypeElement spec = specOf(Mirrors.type(mirror));
    List<WrittenValue> components = new ArrayList<>();
    for (RecordComponentElement component : Mirrors.components(spec)) {
      String name = component.getSimpleName().toString();
      String member = Mirrors.member(mirror, name, components.isEmpty()).orElse(name);
      components.add(of(Mirrors.value(mirror, member)));
    }
    Map<String, WrittenValue> written = new LinkedHashMap<>();
    for (var entry : mirror.getElementValues().entrySet()) {
      String member = entry.getKey().getSimpleName().toString();
      if (!member.equals("value")) {
        written.put(member, of(entry.getValue()));
      }
    }
    return new Nested(TypeReference.of(spec), components, written, hasFactory(spec));
  }

  /** The record that stands for a nested annotation. */
  static TypeElement specOf(TypeElement annotation) {
    for (TypeElement type : ElementFilter.typesIn(annotation.getEnclosedElements())) {
      if (type.getSimpleName().contentEquals("Spec")) {
        return type;
      }
    }
    throw new UnreadableException();
  }

  /** Whether a record has {@code static of(first)}, the others at their defaults. */
  static boolean hasFactory(TypeElement spec) {
    for (ExecutableElement method : ElementFilter.methodsIn(spec.getEnclosedElements())) {
      if (method.getSimpleName().contentEquals("of")
          && method.getModifiers().contains(Modifier.STATIC)
          && method.getParameters().size() == 1) {
        return true;
      }
    }
    return false;
  }
}
