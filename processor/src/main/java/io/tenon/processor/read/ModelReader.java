package io.tenon.processor.read;

import io.tenon.check.ModelDeclaration;
import io.tenon.check.TensorDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.graph.OutputSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.processor.report.ModelPositions;
import io.tenon.processor.report.TensorPositions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Reads a type annotated with {@code @Model} or {@code @Sequential}. */
public final class ModelReader {
  private final TypeElement type;
  private final String name;
  private final List<Method> methods;
  private final ParameterNames names;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Consumer<Diagnostic> report = problems::add;
  private final List<TensorDeclaration> declarations = new ArrayList<>();
  private final List<TensorPositions> positions = new ArrayList<>();
  private final Map<String, Statement> statements = new HashMap<>();
  private final Map<String, Applicable> applicables;
  private final boolean sequential;

  private ModelReader(TypeElement type, ReadContext context, Deque<String> outer) {
    this.type = type;
    this.name = type.getSimpleName().toString();
    this.sequential = Mirrors.find(type, Names.SEQUENTIAL).isPresent();
    this.methods = Methods.of(type, context.types());
    List<String> tensors = new ArrayList<>();
    for (Method method : methods) {
      tensors.add(method.name());
    }
    this.names = new ParameterNames(context, tensors);
    Deque<String> open = new ArrayDeque<>(outer);
    open.push(type.getQualifiedName().toString());
    this.applicables = new Applicables(context, name, open, report).read(methods);
  }

  /** Reads a complete type; if it cannot be a model, that is the only problem. */
  public static ReadModel read(TypeElement type, ReadContext context) {
    return read(type, context, new ArrayDeque<>());
  }

  /** The same within other models, which use it as a layer. */
  static ReadModel read(TypeElement type, ReadContext context, Deque<String> outer) {
    Optional<Diagnostic> refusal = ModelTypes.refusal(type);
    if (refusal.isPresent()) {
      String name = type.getSimpleName().toString();
      return new ReadModel(
          new ReadModel.ModelSource(
              TypeReference.of(type),
              false,
              false,
              List.of(),
              List.of(),
              List.of(),
              List.of(),
              false),
          new ModelDeclaration(name, List.of(), List.of()),
          new ModelPositions(type, List.of(), List.of()),
          List.of(refusal.get()));
    }
    Optional<String> file = ModelTypes.file(type);
    if (file.isPresent()) {
      return new FileModelReader(type, context.elements(), context.files())
          .read(file.get(), Methods.of(type, context.types()));
    }
    ModelReader reader = new ModelReader(type, context, outer);
    return reader.result(reader.sequential ? reader.readSequence() : reader.readModel());
  }

  private ReadModel result(List<OutputSpec> outputs) {
    List<TensorPositions> layers = new ArrayList<>();
    for (Applicable applicable : applicables.values()) {
      layers.add(applicable.positions());
    }
    List<Statement> inOrder = new ArrayList<>();
    List<String> frozen = new ArrayList<>();
    for (Method method : methods) {
      Statement statement = statements.get(method.name());
      if (statement != null) {
        inOrder.add(statement);
      }
      if (Applicables.isFrozen(method)) {
        frozen.add(method.name());
      }
    }
    return new ReadModel(
        new ReadModel.ModelSource(
            TypeReference.of(type),
            ModelTypes.isPublic(type),
            type.getKind() == ElementKind.CLASS,
            inOrder,
            frozen,
            wires(),
            Signatures.of(methods),
            false),
        new ModelDeclaration(name, declarations, outputs, sequential),
        new ModelPositions(type, positions, layers),
        problems);
  }

  /** Which method reads what, such as {@code joined(left, right)}. */
  private List<String> wires() {
    List<String> wires = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      List<String> inputs =
          sequential ? (i == 0 ? List.of() : List.of(methods.get(i - 1).name())) : parameters(i);
      if (!inputs.isEmpty()) {
        wires.add("%s(%s)".formatted(methods.get(i).name(), String.join(", ", inputs)));
      }
    }
    return wires;
  }

  private List<String> parameters(int index) {
    Method method = methods.get(index);
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      Optional<String> tensor = names.tensor(method.element(), i);
      if (tensor.isPresent()) {
        parameters.add(tensor.get());
      }
    }
    return parameters;
  }

  private List<OutputSpec> readModel() {
    List<OutputSpec> outputs = new ArrayList<>();
    for (Applicable applicable : applicables.values()) {
      add(applicable.statement());
    }
    for (Method method : methods) {
      if (!Applicables.isOne(method)) {
        add(tensor(method));
        OutputSpec output = output(method);
        if (output != null) {
          outputs.add(output);
        }
      }
    }
    unusedApplicables();
    return outputs;
  }

  /** A layer or model that nothing applies is advice, unless what would apply it is at fault. */
  private void unusedApplicables() {
    if (applicables.isEmpty()) {
      return;
    }
    if (problems.stream().anyMatch(Diagnostic::isError)) {
      return;
    }
    Set<String> applied = new HashSet<>();
    for (Statement statement : statements.values()) {
      if (statement instanceof Statement.Application application) {
        applied.add(application.layer());
      }
    }
    int index = -2;
    for (Applicable applicable : applicables.values()) {
      if (!applied.contains(applicable.name())) {
        new TensorProblems(index, name + "." + applicable.name(), report)
            .notApplied(
                RankTypes.simpleName(applicable.positions().method().getReturnType()),
                applicable.name());
      }
      index--;
    }
  }

  private Tensor tensor(Method method) {
    TensorProblems told = problems(declarations.size(), method);
    Optional<AnnotationMirror> lambda = Mirrors.find(method.element(), Names.LAMBDA);
    if (lambda.isPresent()) {
      if (ModelTypes.lacksConstructor(type)
          && !method.element().getModifiers().contains(Modifier.STATIC)) {
        told.lambdaOfClass(type.getSimpleName().toString());
        return Tensor.broken(method, List.of(lambda.get()));
      }
      return new LambdaReader(method, lambda.get(), told).read(inputs(method));
    }
    Optional<AnnotationMirror> apply = Mirrors.find(method.element(), Names.APPLY);
    return apply.isPresent()
        ? new ApplyReader(method, apply.get(), applicables, told).read(inputs(method))
        : new TensorReader(method, told).read(inputs(method));
  }

  private void add(Tensor tensor) {
    for (TensorDeclaration declaration : tensor.declarations()) {
      declarations.add(declaration);
      positions.add(tensor.positions());
    }
    add(tensor.statement());
  }

  private void add(Optional<Statement> statement) {
    if (statement.isPresent()) {
      statements.put(statement.get().name(), statement.get());
    }
  }

  /** The tensors that a method reads; empty if their names are lost, which is then reported. */
  private Optional<List<InputReference>> inputs(Method method) {
    List<InputReference> inputs = new ArrayList<>();
    for (int i = 0; i < method.parameterTypes().size(); i++) {
      Optional<String> tensor = names.tensor(method.element(), i);
      if (tensor.isEmpty()) {
        namesLost(method);
        return Optional.empty();
      }
      inputs.add(
          new InputReference(
              tensor.get(), RankTypes.declared(method.parameterTypes().get(i)).orElse(null)));
    }
    return Optional.of(inputs);
  }

  private List<OutputSpec> readSequence() {
    int last = methods.size() - 1;
    for (int i = 0; i <= last; i++) {
      Method method = methods.get(i);
      add(new Sequence(methods, i, problems(i, method)).read());
    }
    for (int i = 0; i < last; i++) {
      if (positions.get(i).output() != null) {
        problems(i, methods.get(i)).outputInSequence(methods.get(last).name());
      }
    }
    if (methods.size() < 2) {
      return List.of(); // an input alone makes nothing
    }
    OutputSpec declared = output(methods.get(last));
    return List.of(declared == null ? OutputSpec.of(methods.get(last).name()) : declared);
  }

  /** The output that the method which was read last declares; null if it is none. */
  private @Nullable OutputSpec output(Method method) {
    int index = positions.size() - 1;
    AnnotationMirror output = positions.get(index).output();
    return output == null
        ? null
        : new OutputReader(name, report).read(output, method.name(), index);
  }

  private TensorProblems problems(int index, Method method) {
    return new TensorProblems(index, name + "." + method.name(), report);
  }

  private void namesLost(Method method) {
    String origin = Mirrors.declaringType(method.element()).getSimpleName().toString();
    problems.add(
        new Diagnostic(
            Problem.NAMES_NOT_IN_CLASS_FILE,
            new Location.OfModel(),
            "%s.%s is inherited from the class file of %s, which holds no parameter names"
                .formatted(name, method.name(), origin),
            List.of(),
            List.of(
                "Annotate %s with @Model, so that Tenon records the names when it is compiled;"
                    .formatted(origin),
                "or compile it with javac -parameters; or name its inputs with @From.")));
  }
}
