package io.tenon.processor.read;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern LOST = Pattern.compile("arg\\d+");
  private static final Pattern WIRED = Pattern.compile("(\\w+)\\((.*)\\)");

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
    Optional<AnnotationValue> from =
        Mirrors.find(parameter, Names.FROM).flatMap(mirror -> Mirrors.written(mirror, "value"));
    if (from.isPresent()) {
      return Optional.of(from.get().getValue().toString());
    }
    String name = parameter.getSimpleName().toString();
    if (!LOST.matcher(name).matches() || tensors.contains(name)) {
      return Optional.of(name);
    }
    Optional<String> wired = wired(method, index);
    boolean written = compiled.contains(Mirrors.outermost(method).toString());
    return wired.isEmpty() && written ? Optional.of(name) : wired;
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
    Mirrors.find(generated, Names.WIRING)
        .map(annotation -> Mirrors.value(annotation, "value").getValue())
        .ifPresent(
            entries -> {
              for (Object entry : (List<?>) entries) {
                String text = ((AnnotationValue) entry).getValue().toString();
                Matcher matcher = WIRED.matcher(text);
                if (matcher.matches()) {
                  wiring.put(matcher.group(1), matcher.group(2).split(", ", -1));
                }
              }
            });
    return wiring;
  }
}
