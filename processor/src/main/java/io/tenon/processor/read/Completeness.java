package io.tenon.processor.read;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Whether all types that a model names exist yet. One that another processor generates exists only
 * in a later round; one that never does, javac reports itself.
 */
public final class Completeness {
  private Completeness() {}

  /** Whether a type can be read. */
  public static boolean isComplete(TypeElement type) {
    return annotationsExist(type)
        && isSupertypeComplete(type.getSuperclass())
        && type.getInterfaces().stream().allMatch(Completeness::isSupertypeComplete)
        && ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .allMatch(Completeness::isComplete);
  }

  private static boolean isSupertypeComplete(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return false;
    }
    return !(type instanceof DeclaredType declared)
        || isPlatformType((TypeElement) declared.asElement())
        || isComplete((TypeElement) declared.asElement());
  }

  private static boolean isPlatformType(TypeElement type) {
    return type.getQualifiedName().toString().startsWith("java.");
  }

  private static boolean isComplete(ExecutableElement method) {
    if (!exists(method.getReturnType()) || !annotationsExist(method)) {
      return false;
    }
    for (VariableElement parameter : method.getParameters()) {
      if (!exists(parameter.asType()) || !annotationsExist(parameter)) {
        return false;
      }
    }
    return true;
  }

  private static boolean annotationsExist(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(AnnotationMirror::getAnnotationType)
        .allMatch(Completeness::exists);
  }

  private static boolean exists(TypeMirror type) {
    return type.getKind() != TypeKind.ERROR;
  }
}
