package io.tenon.processor.read;

import io.tenon.shape.RankType;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** Reads the types of signatures: {@code io.tenon.Vector} and the like. */
final class RankTypes {
  private RankTypes() {}

  /** Whether a type stands for a tensor. */
  static boolean isTensor(TypeMirror type) {
    return qualifiedName(type).equals(Names.LANGUAGE + ".Tensor") || declared(type).isPresent();
  }

  /** The rank that a type states; empty for {@code Tensor}, which states none. */
  static Optional<RankType> declared(TypeMirror type) {
    String name = qualifiedName(type);
    return name.startsWith(Names.LANGUAGE + ".")
        ? RankType.named(name.substring(Names.LANGUAGE.length() + 1))
        : Optional.empty();
  }

  /** A class of another package that has the name of a rank type, such as java.util.Vector. */
  static Optional<RankType> namesake(TypeMirror type) {
    return type instanceof DeclaredType declaredType
        ? RankType.named(declaredType.asElement().getSimpleName().toString())
        : Optional.empty();
  }

  /** The name of a class without its package. */
  static String simpleName(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? declared.asElement().getSimpleName().toString()
        : type.toString();
  }

  /** Empty for what is no class. */
  private static String qualifiedName(TypeMirror type) {
    if (type instanceof TypeVariable variable) {
      return qualifiedName(variable.getUpperBound());
    }
    return type instanceof DeclaredType declaredType
        ? ((TypeElement) declaredType.asElement()).getQualifiedName().toString()
        : "";
  }
}
