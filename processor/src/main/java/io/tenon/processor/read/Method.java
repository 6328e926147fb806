package io.tenon.processor.read;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/**
 * A method as the model sees it: of a generic super-interface, with its types filled in.
 *
 * @param element where it is declared
 * @param type its signature in the model
 */
record Method(ExecutableElement element, ExecutableType type) {
  String name() {
    return element.getSimpleName().toString();
  }

  TypeMirror returnType() {
    return type.getReturnType();
  }

  List<? extends TypeMirror> parameterTypes() {
    return type.getParameterTypes();
  }
}
