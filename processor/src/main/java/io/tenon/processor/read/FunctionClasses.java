package io.tenon.processor.read;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import java.lang.reflect.Proxy;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Classes of the user's that annotations name, such as an initializer. The generated code makes
 * them; here they are not loaded.
 */
final class FunctionClasses {
  private FunctionClasses() {}

  /**
   * Stands for an instance while a model is checked.
   *
   * @throws LayerException if the generated code could not make one
   */
  static Object standIn(TypeElement type, Class<?> function) {
    if (!canBeMade(type)) {
      throw new LayerException(
              Problem.INVALID_VALUE,
              "the generated code cannot make a %s".formatted(type.getSimpleName()))
          .at("function")
          .remedy(
              "It has to be a class, static where it is nested, neither abstract nor private,",
              "with a constructor without parameters.");
    }
    return Proxy.newProxyInstance(
        function.getClassLoader(),
        new Class<?>[] {function},
        (proxy, method, arguments) -> {
          throw new UnsupportedOperationException(type + " is not loaded while it is checked");
        });
  }

  private static boolean canBeMade(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      boolean nested = each.getEnclosingElement() instanceof TypeElement;
      if (each.getModifiers().contains(Modifier.PRIVATE)
          || (nested && !each.getModifiers().contains(Modifier.STATIC))) {
        return false;
      }
    }
    return type.getKind().isClass()
        && !type.getModifiers().contains(Modifier.ABSTRACT)
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(
                constructor ->
                    constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE));
  }
}
