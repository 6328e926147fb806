package io.tenon.processor.report;

import io.tenon.problem.Problem;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** {@code @SuppressWarnings("tenon:UnusedTensor")} and {@code "tenon"}, on methods and types. */
final class Suppression {
  private static final String KEY = "tenon";

  private Suppression() {}

  /** Whether an element, or one around it, suppresses that problem. */
  static boolean covers(Problem problem, Element element) {
    for (@Nullable Element each = element; each != null; each = each.getEnclosingElement()) {
      for (AnnotationMirror annotation : each.getAnnotationMirrors()) {
        if (isSuppressWarnings(annotation)
            && annotation.getElementValues().values().stream()
                .anyMatch(value -> names(value, problem))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSuppressWarnings(AnnotationMirror annotation) {
    return ((TypeElement) annotation.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals("java.lang.SuppressWarnings");
  }

  private static boolean names(AnnotationValue keys, Problem problem) {
    return keys.getValue() instanceof List<?> list
        && list.stream()
            .map(key -> ((AnnotationValue) key).getValue())
            .anyMatch(key -> key.equals(KEY) || key.equals(KEY + ":" + problem.id()));
  }
}
