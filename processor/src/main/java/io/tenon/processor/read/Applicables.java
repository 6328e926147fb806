package io.tenon.processor.read;

import io.tenon.check.ModelChecker;
import io.tenon.check.ModelDeclaration;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.processor.report.TensorPositions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Reads the methods that declare what {@code @Apply} applies. */
final class Applicables {
  private final ReadContext context;
  private final String model;
  private final Consumer<Diagnostic> problems;
  private final Deque<String> open;
  private final Map<String, Applicable> found = new LinkedHashMap<>();

  /**
   * A reader.
   *
   * @param model the name of the model
   * @param open the models that are being read, so that none is read within itself
   */
  Applicables(
      ReadContext context, String model, Deque<String> open, Consumer<Diagnostic> problems) {
    this.context = context;
    this.model = model;
    this.open = new ArrayDeque<>(open);
    this.problems = problems;
  }

  /** Whether a method declares something to be applied. */
  static boolean isOne(Method method) {
    return isApplicable(method.returnType());
  }

  /** Whether a type stands for something to be applied. */
  static boolean isApplicable(TypeMirror type) {
    return type instanceof DeclaredType declared
        && (isLayer((TypeElement) declared.asElement())
            || isModel((TypeElement) declared.asElement()));
  }

  private static boolean isLayer(TypeElement type) {
    return type.getQualifiedName().contentEquals(Names.LAYER);
  }

  private static boolean isModel(TypeElement type) {
    return Mirrors.find(type, Names.MODEL).isPresent()
        || Mirrors.find(type, Names.SEQUENTIAL).isPresent();
  }

  /** Those of a model, by name, in the order of the source. */
  Map<String, Applicable> read(List<Method> methods) {
    for (Method method : methods) {
      if (isOne(method)) {
        TensorProblems told =
            new TensorProblems(-2 - found.size(), model + "." + method.name(), problems);
        TypeElement type = (TypeElement) ((DeclaredType) method.returnType()).asElement();
        found.put(method.name(), isLayer(type) ? layer(method, told) : use(method, type, told));
      }
    }
    return found;
  }

  private static Applicable layer(Method method, TensorProblems told) {
    List<AnnotationMirror> layers = LayerAnnotations.on(method.element());
    Optional<LayerSpec> spec = Optional.empty();
    if (parameterless(method, told)) {
      spec = new LayerReader(told).read(layers, Optional.empty());
    }
    boolean input = !layers.isEmpty() && LayerAnnotations.isInput(layers.get(0));
    if (input) {
      told.inputAsLayer();
      spec = Optional.empty();
    }
    return new Applicable(
        method.name(),
        spec,
        Optional.empty(),
        isFrozen(method),
        spec.map(ignored -> new Statement.Shared(method.name(), LayerCalls.of(layers))),
        TensorPositions.of(method.element(), layers));
  }

  private Applicable use(Method method, TypeElement type, TensorProblems told) {
    Optional<ModelDeclaration> declaration = Optional.empty();
    String name = type.getQualifiedName().toString();
    if (parameterless(method, told)) {
      if (open.contains(name)) {
        told.modelInItself(type.getSimpleName().toString());
      } else {
        declaration = declaration(type, told);
      }
    }
    return new Applicable(
        method.name(),
        Optional.empty(),
        declaration,
        isFrozen(method),
        declaration.map(ignored -> new Statement.Use(method.name(), TypeReference.of(type))),
        TensorPositions.of(method.element(), List.of()));
  }

  /** The declaration of a model that fits; what is wrong with another is told where it stands. */
  private Optional<ModelDeclaration> declaration(TypeElement type, TensorProblems told) {
    ReadModel read = ModelReader.read(type, context, open);
    List<Diagnostic> errors =
        Stream.concat(
                read.problems().stream(),
                ModelChecker.check(read.declaration()).diagnostics().stream())
            .filter(Diagnostic::isError)
            .toList();
    if (errors.isEmpty()) {
      return Optional.of(read.declaration());
    }
    if (!context.compiled().contains(Mirrors.outermost(type).toString())) {
      told.modelOfLibrary(errors.get(0));
    }
    return Optional.empty();
  }

  static boolean isFrozen(Method method) {
    return Mirrors.find(method.element(), Names.FROZEN).isPresent();
  }

  private static boolean parameterless(Method method, TensorProblems told) {
    if (!method.parameterTypes().isEmpty()) {
      told.applicableWithParameters();
    }
    return method.parameterTypes().isEmpty();
  }
}
