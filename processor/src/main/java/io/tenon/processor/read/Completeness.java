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
    if (!annotationsExist(type) || !isSupertypeComplete(type.getSuperclass())) {
      return false;
    }
    for (TypeMirror supertype : type.getInterfaces()) {
      if (!isSupertypeComplete(supertype)) {
        return false;
      }
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (!isComplete(method)) {
        return false;
      }
    }
    return true;
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
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (!exists(annotation.getAnnotationType())) {
        return false;
      }
    }
    return true;
  }

  private static boolean exists(TypeMirror type) {
    return type.getKind() != TypeKind.ERROR;
  }
}
