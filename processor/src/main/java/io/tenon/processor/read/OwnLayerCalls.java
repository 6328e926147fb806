package io.tenon.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/**
 * Reads what a user wrote of a layer of their own. The runtime has no factory for it, so that all
 * values of its record are read, defaults included.
 */
final class OwnLayerCalls {
  private OwnLayerCalls() {}

  static LayerCall of(AnnotationMirror layer, Optional<LayerCall> wrapped) {
    TypeElement type = Mirrors.type(layer);
    TypeElement spec = LayerAnnotations.specElement(type);
    List<LayerCall.Argument> arguments = new ArrayList<>();
    boolean first = true;
    for (RecordComponentElement component : Mirrors.components(spec)) {
      Optional<String> member = Mirrors.member(layer, component.getSimpleName().toString(), first);
      if (member.isPresent()) {
        arguments.add(new LayerCall.Argument(value(layer, member.get()), Optional.empty()));
      }
      first = false;
    }
    return new LayerCall(
        TypeReference.of(type), Optional.of(TypeReference.of(spec)), wrapped, arguments, List.of());
  }

  private static WrittenValue value(AnnotationMirror layer, String member) {
    Optional<AnnotationValue> written = Mirrors.written(layer, member);
    if (written.isPresent()) {
      return WrittenValues.of(written.get());
    }
    Class<?> annotation = annotation(layer);
    return Defaults.isClass(annotation, member)
        ? new WrittenValue.Literal("null")
        : SpecCalls.written(Defaults.of(annotation, member));
  }

  /** The annotation as a class; the layer's spec, which is nested in it, has been loaded before. */
  private static Class<?> annotation(AnnotationMirror layer) {
    try {
      return Class.forName(
          TypeReference.of(Mirrors.type(layer)).binaryName(),
          true,
          OwnLayerCalls.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new UnreadableException();
    }
  }
}
