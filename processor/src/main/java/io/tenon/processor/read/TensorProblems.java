package io.tenon.processor.read;

import io.tenon.problem.Diagnostic;
import io.tenon.problem.LayerException;
import io.tenon.problem.Location;
import io.tenon.problem.Location.Annotated;
import io.tenon.problem.Problem;
import io.tenon.problem.Suggestions;
import io.tenon.shape.ShapeSyntaxException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The words for what is wrong with one method of a model. */
final class TensorProblems {
  private static final String TENSORS =
      "Tensors are Vector, Series, Tokens, Image, Volume or Tensor.";

  private static final String PACKAGES = "\\b(?:[a-z]\\w*\\.)+(?=[A-Z])";

  private final int index;
  private final String name;
  private final Consumer<Diagnostic> problems;

  /** For the tensor at that index, called {@code Model.tensor}. */
  TensorProblems(int index, String name, Consumer<Diagnostic> problems) {
    this.index = index;
    this.name = name;
    this.problems = problems;
  }

  void noLayer() {
    unsupported(
        new Location.OfTensor(index),
        "%s has no layer: a tensor is an @Input or is made by a layer".formatted(name),
        "Add its layer, such as @Dense(units = 10); or, to keep the method out of the model,",
        "make it default or static.");
  }

  /** A method that has nothing of a tensor, which is one fault. */
  void neither(TypeMirror returned, TypeElement declaredBy) {
    boolean inherited = !name.startsWith(declaredBy.getSimpleName() + ".");
    String type = declaredBy.getSimpleName().toString();
    unsupported(
        new Location.OfTensor(index),
        "%s%s is neither a tensor nor a layer to be applied: it returns %s and has no annotation"
            .formatted(
                name, inherited ? ", inherited from %s,".formatted(type) : "", simple(returned)),
        inherited
            ? "Do not inherit from %s, or override the method with a default one.".formatted(type)
            : "To keep the method out of the model, give it a body and make it default or static.",
        !inherited
                && returned instanceof DeclaredType found
                && found.asElement().getKind() == ElementKind.INTERFACE
            ? "To apply what it returns as a model, annotate that with @Model."
            : "");
  }

  void body(AnnotationMirror layer) {
    String type = Mirrors.type(layer).getSimpleName().toString();
    unsupported(
        new Location.OfTensor(index),
        "%s has a body, but it is @%s that makes the tensor".formatted(name, type),
        "Drop the body; or, for arithmetic of your own, write @Lambda in place of @%s."
            .formatted(type));
  }

  void genericMethod() {
    unsupported(
        new Location.OfTensor(index),
        "%s has type parameters of its own, and nothing tells what they are".formatted(name),
        "Write the rank types themselves, such as Vector; or move the type parameters to the",
        "interface, which a model extends as  extends Head<Vector>.");
  }

  void twoLayers(AnnotationMirror first, AnnotationMirror second) {
    unsupported(
        new Location.OfTensor(index),
        "%s has two layers, @%s and @%s: a tensor is made by one"
            .formatted(
                name, Mirrors.type(first).getSimpleName(), Mirrors.type(second).getSimpleName()),
        "Give the second a method of its own, which reads the first.");
  }

  void nothingWrapped(AnnotationMirror wrapper) {
    String layer = Mirrors.type(wrapper).getSimpleName().toString();
    unsupported(
        new Location.OfTensor(index),
        "%s: @%s wraps a layer, and there is none behind it".formatted(name, layer),
        "Write the layer behind it, such as  @%s @LSTM(units = 32).".formatted(layer));
  }

  void nothingApplied() {
    unsupported(
        new Location.OfTensor(index),
        "%s is an @Apply, but its first parameter is no layer to apply".formatted(name),
        "Name a shared layer first:  @LSTM(units = 64) Layer encode();",
        "then                        @Apply Vector code(Layer encode, Series text);");
  }

  void notApplied(String type, String layer) {
    problems.accept(
        new Diagnostic(
            Problem.UNUSED_TENSOR,
            new Location.OfTensor(index),
            "nothing applies %s, so it will not be built".formatted(name),
            List.of(),
            List.of(
                "Apply it:  @Apply Vector code(%s %s, Series text);".formatted(type, layer),
                "Silence with @SuppressWarnings(\"tenon:UnusedTensor\").")));
  }

  void unknownLayer(String layer, Collection<String> known) {
    problems.accept(
        new Diagnostic(
            Problem.UNKNOWN_INPUT,
            new Location.OfTensor(index),
            "%s applies \"%s\", but no method of that name declares a layer".formatted(name, layer),
            known.isEmpty() ? List.of() : List.of("to apply: " + String.join(", ", known)),
            known.isEmpty()
                ? List.of("Declare it:  @LSTM(units = 64) Layer %s();".formatted(layer))
                : Suggestions.nearest(layer, known)
                    .map(nearest -> List.of("Did you mean \"%s\"?".formatted(nearest)))
                    .orElseGet(List::of)));
  }

  void applicableWithParameters() {
    unsupported(
        new Location.OfTensor(index),
        "%s declares a layer to be applied, and so has no parameters".formatted(name),
        "Drop them, and name what it reads where it is applied:",
        "@Apply Vector code(Layer encode, Series text);");
  }

  void inputAsLayer() {
    unsupported(
        new Location.OfTensor(index),
        "%s is an @Input, which is no layer to be applied".formatted(name),
        "Return its rank type instead, such as Vector.");
  }

  /** A model in a class file cannot be told where it stands. */
  void modelOfLibrary(Diagnostic error) {
    problems.accept(
        new Diagnostic(
            error.problem(),
            new Location.OfTensor(index),
            "%s comes from a class file and does not fit: %s".formatted(name, error.headline()),
            error.details(),
            error.remedies()));
  }

  void modelInItself(String model) {
    problems.accept(
        new Diagnostic(
            Problem.CYCLE,
            new Location.OfTensor(index),
            "%s uses %s, which uses %s itself".formatted(name, model, model),
            List.of(),
            List.of("A model cannot be a layer of itself: let it use another.")));
  }

  void lambdaWithoutBody() {
    unsupported(
        new Location.OfTensor(index),
        "%s is a @Lambda without a body".formatted(name),
        "Make it default or static, and return what it makes of its parameters.");
  }

  void lambdaOfOtherTypes() {
    unsupported(
        new Location.OfTensor(index),
        "%s is a @Lambda, whose parameters and result are of ND4J's SDVariable".formatted(name),
        "Write it as  @Lambda default SDVariable distance(SDVariable left, SDVariable right)");
  }

  void lambdaOfClass(String type) {
    unsupported(
        new Location.OfTensor(index),
        "%s is a @Lambda of %s, of which no object can be made to call it on".formatted(name, type),
        "Make the method static, or give %s a constructor without parameters.".formatted(type));
  }

  void notInSequence(String what) {
    unsupported(
        new Location.OfTensor(index),
        "%s is %s, which a @Sequential model cannot have".formatted(name, what),
        "Declare the model as @Model, where parameters name what a layer reads.");
  }

  void noTensor(TypeMirror returned) {
    unsupported(
        new Location.OfTensor(index),
        "%s returns %s, which is no tensor".formatted(name, simple(returned)),
        remedy(returned));
  }

  void noTensor(int parameter, String parameterName, TypeMirror type) {
    unsupported(
        new Location.OfInput(index, parameter),
        "%s takes %s as %s, which is no tensor".formatted(name, parameterName, simple(type)),
        Applicables.isApplicable(type)
            ? "To apply it, write @Apply in place of the layer, and name what it reads behind it."
            : type.getKind() == TypeKind.ARRAY
                ? "Name each tensor as a parameter of its own."
                : remedy(type));
  }

  /** A type without packages, but for one that is named like a tensor. */
  private static String simple(TypeMirror type) {
    return RankTypes.namesake(type).isPresent()
        ? type.toString()
        : type.toString().replaceAll(PACKAGES, "");
  }

  private static String remedy(TypeMirror type) {
    return RankTypes.namesake(type)
        .map(rank -> "Import %s.%s instead.".formatted(Names.LANGUAGE, rank.typeName()))
        .orElse(TENSORS);
  }

  void parameterInSequence(String above) {
    unsupported(
        new Location.OfInput(index, 0),
        "%s has a parameter, but in a @Sequential model a tensor reads the one above, %s"
            .formatted(name, above),
        "Drop the parameter, or declare the model as @Model.");
  }

  void outputInSequence(String last) {
    unsupported(
        new Location.OfAnnotation(index, Annotated.OUTPUT),
        "%s is an @Output, but a @Sequential model gives its last tensor, %s".formatted(name, last),
        "Drop @Output, or declare the model as @Model.");
  }

  void inputInSequence(String first) {
    unsupported(
        new Location.OfAnnotation(index, Annotated.LAYER),
        "%s is an @Input, but a @Sequential model reads its first tensor, %s"
            .formatted(name, first),
        "Declare the model as @Model, where parameters name what a layer reads.");
  }

  void noInputInSequence(String layer) {
    problems.accept(
        new Diagnostic(
            Problem.MISSING_INPUT,
            new Location.OfTensor(index),
            "%s is a @%s with nothing above it to read".formatted(name, layer),
            List.of(),
            List.of("Put the input first:  @Input(\"784\") Vector pixels();")));
  }

  void specNotFound(AnnotationMirror layer, TypeReference spec) {
    unsupported(
        new Location.OfAnnotation(index, Annotated.LAYER),
        "%s: the processor cannot load %s.%s, which describes @%s"
            .formatted(
                name, spec.packageName(), spec.className(), Mirrors.type(layer).getSimpleName()),
        "A layer of your own is compiled before the models: give it a module of its own, and put",
        "that on the annotation processor path, beside tenon-processor.");
  }

  void refused(LayerException e) {
    Location location =
        e.member()
            .<Location>map(member -> new Location.OfValue(index, Annotated.LAYER, member))
            .orElseGet(() -> new Location.OfAnnotation(index, Annotated.LAYER));
    problems.accept(
        new Diagnostic(
            e.problem(),
            location,
            "%s: %s".formatted(name, e.getMessage()),
            List.of(),
            e.remedies()));
  }

  void badShape(ShapeSyntaxException e) {
    problems.accept(InputReader.badShape(name, index, e));
  }

  private void unsupported(Location location, String headline, String... remedies) {
    problems.accept(
        new Diagnostic(
            Problem.UNSUPPORTED_MEMBER,
            location,
            headline,
            List.of(),
            Stream.of(remedies).filter(remedy -> !remedy.isEmpty()).toList()));
  }
}
