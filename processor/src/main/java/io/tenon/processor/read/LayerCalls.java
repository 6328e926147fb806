package io.tenon.processor.read;

import io.tenon.layer.LayerSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Reads what the user wrote of a layer. */
final class LayerCalls {
  private LayerCalls() {}

  /** A layer that is written as wrappers, the outermost first, and what they wrap. */
  static LayerCall of(List<AnnotationMirror> layers) {
    Optional<LayerCall> call = Optional.empty();
    for (int i = layers.size() - 1; i >= 0; i--) {
      call = Optional.of(of(layers.get(i), call));
    }
    return call.orElseThrow();
  }

  private static LayerCall of(AnnotationMirror layer, Optional<LayerCall> wrapped) {
    TypeElement type = Mirrors.type(layer);
    if (!TypeReference.of(type).packageName().equals(LayerSpec.class.getPackageName())) {
      return OwnLayerCalls.of(layer, wrapped);
    }
    List<LayerCall.Argument> arguments = new ArrayList<>();
    for (ExecutableElement member : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (Mirrors.isRequired(member)) {
        String name = member.getSimpleName().toString();
        arguments.add(
            new LayerCall.Argument(
                WrittenValues.of(Mirrors.value(layer, name)), LayerTypes.elementType(member)));
      }
    }
    List<LayerCall.Option> options = new ArrayList<>();
    for (var written : layer.getElementValues().entrySet()) {
      if (!Mirrors.isRequired(written.getKey())) {
        String name = LayerTypes.component(type, written.getKey());
        options.add(new LayerCall.Option(name, WrittenValues.of(written.getValue())));
      }
    }
    return new LayerCall(TypeReference.of(type), Optional.empty(), wrapped, arguments, options);
  }
}
