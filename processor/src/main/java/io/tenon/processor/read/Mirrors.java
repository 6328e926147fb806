package io.tenon.processor.read;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Reads annotations without loading their classes. Every model comes through here many times, and
 * first in a compiler that has just started: hence loops, which need no linking.
 */
final class Mirrors {
  private Mirrors() {}

  /** An element's annotation of that name. */
  static Optional<AnnotationMirror> find(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      if (type(mirror).getQualifiedName().contentEquals(annotation)) {
        return Optional.of(mirror);
      }
    }
    return Optional.empty();
  }

  /** The components of a record, in order. */
  static List<? extends RecordComponentElement> components(TypeElement type) {
    // javac gives none of a class file that it has not read yet, as asking for its members makes
    // it.
    type.getEnclosedElements();
    return type.getRecordComponents();
  }

  static TypeElement type(AnnotationMirror mirror) {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  /** Whether an annotation type has a member of that name. */
  private static boolean hasMember(AnnotationMirror mirror, String member) {
    for (ExecutableElement method : ElementFilter.methodsIn(type(mirror).getEnclosedElements())) {
      if (method.getSimpleName().contentEquals(member)) {
        return true;
      }
    }
    return false;
  }

  /** A member's value as the user wrote it. */
  static Optional<AnnotationValue> written(AnnotationMirror mirror, String member) {
    for (var entry : mirror.getElementValues().entrySet()) {
      if (entry.getKey().getSimpleName().contentEquals(member)) {
        return Optional.of(entry.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * A member's value, its default included.
   *
   * @throws UnreadableException if a member without default was left out; javac tells that itself
   */
  static AnnotationValue value(AnnotationMirror mirror, String member) {
    Optional<AnnotationValue> written = written(mirror, member);
    if (written.isPresent()) {
      return written.get();
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type(mirror).getEnclosedElements())) {
      AnnotationValue value = method.getDefaultValue();
      if (value != null && method.getSimpleName().contentEquals(member)) {
        return value;
      }
    }
    throw new UnreadableException();
  }

  /**
   * The member behind a record's component: that of its name, or {@code value} for the first. None
   * for what no annotation can hold.
   */
  static Optional<String> member(AnnotationMirror mirror, String component, boolean first) {
    if (hasMember(mirror, component)) {
      return Optional.of(component);
    }
    return first && hasMember(mirror, "value") ? Optional.of("value") : Optional.empty();
  }

  /** The type that declares a method: each has one. */
  static TypeElement declaringType(ExecutableElement method) {
    return (TypeElement) Objects.requireNonNull(method.getEnclosingElement());
  }

  /** The type that stands around an element and in no other. */
  static Element outermost(Element element) {
    Element outermost = element;
    for (@Nullable Element each = element;
        each != null && each.getKind() != ElementKind.PACKAGE;
        each = each.getEnclosingElement()) {
      outermost = each;
    }
    return outermost;
  }

  static boolean isRequired(ExecutableElement member) {
    return member.getDefaultValue() == null;
  }
}
