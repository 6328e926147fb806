package io.tenon.processor.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * Which tensors a method reads: {@code @From}, or the names of its parameters. Class files do not
 * keep those of abstract methods; then they stand in the {@code @Wiring} of the generated model.
 */
final class ParameterNames {
  private final Elements elements;
  private final Set<String> compiled;
  private final List<String> tensors;
  private final Map<TypeElement, Map<String, String[]>> wirings = new HashMap<>();

  /**
   * The names that methods of a model have.
   *
   * @param tensors what the model declares
   */
  ParameterNames(ReadContext context, List<String> tensors) {
    this.elements = context.elements();
    this.compiled = context.compiled();
    this.tensors = tensors;
  }

  /** The tensor that a parameter reads; empty if its name is lost. */
  Optional<String> tensor(ExecutableElement method, int index) {
    VariableElement parameter = method.getParameters().get(index);
    Optional<AnnotationMirror> from = Mirrors.find(parameter, Names.FROM);
    if (from.isPresent()) {
      Optional<AnnotationValue> tensor = Mirrors.written(from.get(), "value");
      if (tensor.isPresent()) {
        return Optional.of(tensor.get().getValue().toString());
      }
    }
    String name = parameter.getSimpleName().toString();
    if (!isLost(name) || tensors.contains(name)) {
      return Optional.of(name);
    }
    Optional<String> wired = wired(method, index);
    boolean written = compiled.contains(Mirrors.outermost(method).toString());
    return wired.isEmpty() && written ? Optional.of(name) : wired;
  }

  /** Whether a compiler may have made a name up: {@code arg0}. */
  private static boolean isLost(String name) {
    return name.startsWith("arg") && name.matches("arg\\d+");
  }

  private Optional<String> wired(ExecutableElement method, int index) {
    String[] inputs =
        wirings
            .computeIfAbsent(Mirrors.declaringType(method), this::wiring)
            .get(method.getSimpleName().toString());
    return inputs != null && index < inputs.length ? Optional.of(inputs[index]) : Optional.empty();
  }

  private Map<String, String[]> wiring(TypeElement type) {
    Map<String, String[]> wiring = new HashMap<>();
    TypeElement generated =
        elements.getTypeElement(TypeReference.of(type).generated("Model").binaryName());
    if (generated == null) {
      return wiring;
    }
    Optional<AnnotationMirror> annotation = Mirrors.find(generated, Names.WIRING);
    if (annotation.isPresent()) {
      for (Object entry : (List<?>) Mirrors.value(annotation.get(), "value").getValue()) {
        String text = ((AnnotationValue) entry).getValue().toString(); // such as "sum(left, right)"
        int open = text.indexOf('(');
        if (open > 0 && text.endsWith(")")) {
          wiring.put(
              text.substring(0, open), text.substring(open + 1, text.length() - 1).split(", ", -1));
        }
      }
    }
    return wiring;
  }
}
