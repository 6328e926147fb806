package io.tenon.processor.read;

import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds layers: annotations that are themselves annotated with {@code @LayerDefinition}. */
final class LayerAnnotations {
  private LayerAnnotations() {}

  /** The annotations of a method that make a tensor: layers, and {@code @Input}. */
  static List<AnnotationMirror> on(Element method) {
    return method.getAnnotationMirrors().stream()
        .<AnnotationMirror>map(mirror -> mirror)
        .filter(mirror -> isInput(mirror) || isLayer(Mirrors.type(mirror)))
        .toList();
  }

  static boolean isInput(AnnotationMirror mirror) {
    return Mirrors.type(mirror).getQualifiedName().contentEquals(Names.INPUT);
  }

  static boolean isLayer(TypeElement annotation) {
    return Mirrors.find(annotation, Names.LAYER_DEFINITION).isPresent();
  }

  /**
   * Whether a layer wraps another: then its spec holds that as its first component, for which the
   * annotation has no member.
   */
  static boolean isWrapper(TypeElement layer) {
    return Mirrors.components(specElement(layer)).stream()
        .findFirst()
        .filter(first -> isLayerSpec(first.asType()))
        .isPresent();
  }

  private static boolean isLayerSpec(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(Names.LAYER_SPEC);
  }

  static boolean isWrapper(AnnotationMirror layer) {
    return !isInput(layer) && isWrapper(Mirrors.type(layer));
  }

  /** The record that a layer's annotation stands for. */
  static TypeReference spec(AnnotationMirror layer) {
    return spec(Mirrors.type(layer));
  }

  static TypeReference spec(TypeElement layer) {
    return TypeReference.of(specElement(layer));
  }

  static TypeElement specElement(TypeElement layer) {
    AnnotationMirror definition =
        Mirrors.find(layer, Names.LAYER_DEFINITION).orElseThrow(UnreadableException::new);
    if (Mirrors.value(definition, "value").getValue() instanceof DeclaredType type) {
      return (TypeElement) type.asElement();
    }
    throw new UnreadableException();
  }
}
