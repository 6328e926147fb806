package io.tenon.processor.report;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * A place in the source, as exact as the compiler's interface allows. It knows no line numbers, and
 * where the value of an annotation is a default it falls back to the annotation.
 */
record Position(
    Element element, @Nullable AnnotationMirror annotation, @Nullable AnnotationValue value) {

  static Position of(Element element) {
    return new Position(element, null, null);
  }
}
