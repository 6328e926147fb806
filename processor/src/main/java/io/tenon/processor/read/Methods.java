package io.tenon.processor.read;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/**
 * The methods of a model that are tensors: its abstract ones, those of its supertypes first and in
 * their place, and those that are functions of tensors. A method replaces an inherited one of its
 * name; a default method makes it none.
 */
final class Methods {
  private final Types types;
  private final List<ExecutableElement> found = new ArrayList<>();

  private Methods(Types types) {
    this.types = types;
  }

  static List<Method> of(TypeElement model, Types types) {
    Methods methods = new Methods(types);
    methods.collect(model);
    DeclaredType type = (DeclaredType) model.asType();
    List<Method> tensors = new ArrayList<>();
    for (ExecutableElement method : methods.found) {
      if (method.getModifiers().contains(Modifier.ABSTRACT) || isAnnotated(method)) {
        tensors.add(new Method(method, (ExecutableType) types.asMemberOf(type, method)));
      }
    }
    return tensors;
  }

  private void collect(TypeElement type) {
    for (TypeMirror supertype : types.directSupertypes(type.asType())) {
      TypeElement element = (TypeElement) ((DeclaredType) supertype).asElement();
      if (!element.getQualifiedName().contentEquals("java.lang.Object")) {
        collect(element);
      }
    }
    for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if ((isAnnotated(method) || !method.getModifiers().contains(Modifier.STATIC))
          && !method.getModifiers().contains(Modifier.PRIVATE)
          && !found.contains(method)) {
        add(method, type);
      }
    }
  }

  /** A body makes a method no tensor, but for a function; with a layer besides, it is amiss. */
  private static boolean isAnnotated(ExecutableElement method) {
    return Mirrors.find(method, Names.LAMBDA).isPresent() || !LayerAnnotations.on(method).isEmpty();
  }

  private void add(ExecutableElement method, TypeElement type) {
    for (int i = 0; i < found.size(); i++) {
      ExecutableElement inherited = found.get(i);
      if (inherited.getSimpleName().equals(method.getSimpleName())
          && isSubtype(type, Mirrors.declaringType(inherited))) {
        found.set(i, method);
        return;
      }
    }
    found.add(method);
  }

  private boolean isSubtype(TypeElement type, TypeElement supertype) {
    return !type.equals(supertype)
        && types.isSubtype(types.erasure(type.asType()), types.erasure(supertype.asType()));
  }
}
