package io.tenon.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Finds layers: annotations that are themselves annotated with {@code @LayerDefinition}. */
final class LayerAnnotations {
  private LayerAnnotations() {}

  /** The annotations of a method that make a tensor: layers, and {@code @Input}. */
  static List<AnnotationMirror> on(Element method) {
    List<AnnotationMirror> layers = new ArrayList<>();
    for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
      if (isInput(mirror) || isLayer(Mirrors.type(mirror))) {
        layers.add(mirror);
      }
    }
    return layers;
  }

  static boolean isInput(AnnotationMirror mirror) {
    return Mirrors.type(mirror).getQualifiedName().contentEquals(Names.INPUT);
  }

  static boolean isLayer(TypeElement annotation) {
    return Mirrors.find(annotation, Names.LAYER_DEFINITION).isPresent();
  }

  /** The components of a layer's spec for which its annotation has no member. */
  static List<RecordComponentElement> given(TypeElement layer) {
    Set<String> members = new HashSet<>();
    for (ExecutableElement member : ElementFilter.methodsIn(layer.getEnclosedElements())) {
      members.add(member.getSimpleName().toString());
    }
    List<RecordComponentElement> given = new ArrayList<>();
    boolean first = true;
    for (RecordComponentElement component : Mirrors.components(specElement(layer))) {
      boolean unnamed = first && members.contains("value");
      if (!unnamed && !members.contains(component.getSimpleName().toString())) {
        given.add(component);
      }
      first = false;
    }
    return given;
  }

  /** Whether a layer wraps another: then its spec holds that. */
  static boolean isWrapper(TypeElement layer) {
    for (RecordComponentElement component : given(layer)) {
      if (isLayerSpec(component.asType())) {
        return true;
      }
    }
    return false;
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
    Optional<AnnotationMirror> definition = Mirrors.find(layer, Names.LAYER_DEFINITION);
    if (definition.isPresent()
        && Mirrors.value(definition.get(), "value").getValue() instanceof DeclaredType type) {
      return (TypeElement) type.asElement();
    }
    throw new UnreadableException();
  }
}
