package io.tenon.processor.read;

import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** What can be a model: an interface or an abstract class that generated code can see. */
final class ModelTypes {
  private static final String REMEDY = "A model is an interface, or an abstract class.";

  private ModelTypes() {}

  /** Why a type cannot be a model, if it cannot. */
  static Optional<Diagnostic> refusal(TypeElement type) {
    String name = type.getSimpleName().toString();
    if (Mirrors.find(type, Names.MODEL).isPresent()
        && Mirrors.find(type, Names.SEQUENTIAL).isPresent()) {
      return refusal(
          "%s is both a @Model and @Sequential".formatted(name),
          "Keep @Sequential for a chain, where each method reads the one above;",
          "keep @Model where parameters name what a layer reads.");
    }
    if (type.getKind() == ElementKind.CLASS && !type.getModifiers().contains(Modifier.ABSTRACT)) {
      return refusal("%s is a class that is not abstract, so no model".formatted(name), REMEDY);
    }
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.INTERFACE) {
      return refusal("%s is %s, so no model".formatted(name, describe(type.getKind())), REMEDY);
    }
    if (!type.getTypeParameters().isEmpty()) {
      return refusal(
          "%s has type parameters, and nothing tells what they are".formatted(name),
          "Drop @%s, and let a model extend it:"
              .formatted(Mirrors.find(type, Names.MODEL).isPresent() ? "Model" : "Sequential"),
          "@Model interface %sOfVectors extends %s<Vector>".formatted(name, name));
    }
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (each.getModifiers().contains(Modifier.PRIVATE)) {
        return refusal(
            "%s is private, so the class generated for %s could not see it"
                .formatted(each.getSimpleName(), each.equals(type) ? "it" : name),
            "Drop private.");
      }
    }
    return Optional.empty();
  }

  /** Whether a class has no constructor by which the generated code could make one. */
  static boolean lacksConstructor(TypeElement type) {
    return type.getKind() == ElementKind.CLASS
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .noneMatch(
                constructor ->
                    constructor.getParameters().isEmpty()
                        && !constructor.getModifiers().contains(Modifier.PRIVATE));
  }

  /** The file that a type takes its model from, if it does. */
  static Optional<String> file(TypeElement type) {
    Optional<AnnotationMirror> model = Mirrors.find(type, Names.MODEL);
    if (model.isEmpty()) {
      return Optional.empty();
    }
    Optional<AnnotationValue> from = Mirrors.written(model.get(), FileModelReader.FROM);
    return from.isEmpty() || from.get().getValue().equals("")
        ? Optional.empty()
        : Optional.of(from.get().getValue().toString());
  }

  /** Whether all code can see a type: it and all around it are public. */
  static boolean isPublic(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
    }
    return true;
  }

  private static String describe(ElementKind kind) {
    return switch (kind) {
      case ENUM -> "an enum";
      case RECORD -> "a record";
      case ANNOTATION_TYPE -> "an annotation";
      default -> "no interface";
    };
  }

  private static Optional<Diagnostic> refusal(String headline, String... remedies) {
    return Optional.of(
        new Diagnostic(
            Problem.NOT_A_MODEL, new Location.OfModel(), headline, List.of(), List.of(remedies)));
  }
}
