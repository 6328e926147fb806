package io.tenon.processor.read;

import io.tenon.processor.read.ReadModel.Signature;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** The abstract methods of a model as plain records. */
final class Signatures {
  private Signatures() {}

  static List<Signature> of(List<Method> methods) {
    List<Signature> signatures = new ArrayList<>();
    for (Method method : methods) {
      if (method.element().getModifiers().contains(Modifier.ABSTRACT)
          && method.returnType() instanceof DeclaredType) {
        List<TypeReference> parameters = new ArrayList<>();
        for (TypeMirror parameter : method.parameterTypes()) {
          parameters.add(reference(parameter));
        }
        signatures.add(new Signature(method.name(), reference(method.returnType()), parameters));
      }
    }
    return signatures;
  }

  private static TypeReference reference(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return reference(variable.getUpperBound());
    }
    return type instanceof DeclaredType declared
        ? TypeReference.of((TypeElement) declared.asElement())
        : new TypeReference("", type.toString());
  }
}
