package io.tenon.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The name of a class.
 *
 * @param packageName its package; empty for the unnamed one
 * @param className its name in the package, such as {@code Initializer.Kind}
 */
public record TypeReference(String packageName, String className) {
  static TypeReference of(TypeElement type) {
    StringBuilder name = new StringBuilder(type.getSimpleName());
    @Nullable Element outer = type.getEnclosingElement();
    while (outer instanceof TypeElement) {
      name.insert(0, outer.getSimpleName() + ".");
      outer = outer.getEnclosingElement();
    }
    String packageName =
        outer instanceof PackageElement enclosing ? enclosing.getQualifiedName().toString() : "";
    return new TypeReference(packageName, name.toString());
  }

  /** The name of a class that is loaded. */
  static TypeReference of(Class<?> type) {
    String packageName = type.getPackageName();
    String name = type.getName().substring(packageName.isEmpty() ? 0 : packageName.length() + 1);
    return new TypeReference(packageName, name.replace('$', '.'));
  }

  /** A class nested in this one. */
  public TypeReference nested(String simpleName) {
    return new TypeReference(packageName, className + "." + simpleName);
  }

  /** A class generated for this one, in its package: {@code Outer_DigitsModel}. */
  public TypeReference generated(String suffix) {
    return new TypeReference(packageName, className.replace('.', '_') + suffix);
  }

  /** The last part of the name, such as {@code Kind}. */
  public String simpleName() {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** The name by which a class is loaded, such as {@code io.tenon.Initializer$Kind}. */
  public String binaryName() {
    String binary = className.replace('.', '$');
    return packageName.isEmpty() ? binary : packageName + "." + binary;
  }
}
