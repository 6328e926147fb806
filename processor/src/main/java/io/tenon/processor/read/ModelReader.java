package io.tenon.processor.read;

import io.tenon.check.ModelDeclaration;
import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.graph.OutputSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.processor.report.ModelPositions;
import io.tenon.processor.report.TensorPositions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a type annotated with {@code @Model} or {@code @Sequential}. */
public final class ModelReader {
  private final TypeElement type;
  private final String name;
  private final List<Method> methods;
  private final ParameterNames names;
  private final List<Diagnostic> problems = new ArrayList<>();
  private final List<Tensor> tensors = new ArrayList<>();

  private ModelReader(TypeElement type, Elements elements, Types types) {
    this.type = type;
    this.name = type.getSimpleName().toString();
    this.methods = Methods.of(type, types);
    this.names = new ParameterNames(elements, type, methods.stream().map(Method::name).toList());
  }

  /** Reads a complete type; if it cannot be a model, that is the only problem. */
  public static ReadModel read(TypeElement type, Elements elements, Types types) {
    Optional<Diagnostic> refusal = ModelTypes.refusal(type);
    if (refusal.isPresent()) {
      String name = type.getSimpleName().toString();
      return new ReadModel(
          new ReadModel.ModelSource(TypeReference.of(type), false, Map.of()),
          new ModelDeclaration(name, List.of(), List.of()),
          new ModelPositions(type, List.of()),
          List.of(refusal.get()));
    }
    ModelReader reader = new ModelReader(type, elements, types);
    boolean sequential = Mirrors.find(type, Names.SEQUENTIAL).isPresent();
    return reader.result(sequential ? reader.readSequence() : reader.readModel());
  }

  private ReadModel result(List<OutputSpec> outputs) {
    Map<String, LayerCall> calls = new HashMap<>();
    for (Tensor tensor : tensors) {
      tensor.call().ifPresent(call -> calls.put(tensor.declaration().name(), call));
    }
    return new ReadModel(
        new ReadModel.ModelSource(TypeReference.of(type), ModelTypes.isPublic(type), calls),
        new ModelDeclaration(name, tensors.stream().map(Tensor::declaration).toList(), outputs),
        new ModelPositions(type, tensors.stream().map(Tensor::positions).toList()),
        problems);
  }

  private List<OutputSpec> readModel() {
    List<OutputSpec> outputs = new ArrayList<>();
    for (int i = 0; i < methods.size(); i++) {
      tensors.add(new TensorReader(methods.get(i), problems(i)).read(inputs(methods.get(i))));
      output(i).ifPresent(outputs::add);
    }
    return outputs;
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
      Sequence sequence = new Sequence(methods, i, problems(i));
      tensors.add(sequence.read());
    }
    for (int i = 0; i < last; i++) {
      TensorPositions positions = tensors.get(i).positions();
      if (positions.output() != null) {
        problems(i).outputInSequence(methods.get(last).name());
      }
    }
    return methods.isEmpty()
        ? List.of()
        : List.of(output(last).orElseGet(() -> OutputSpec.of(methods.get(last).name())));
  }

  private Optional<OutputSpec> output(int index) {
    return Optional.ofNullable(tensors.get(index).positions().output())
        .map(
            output ->
                new OutputReader(name, problems::add)
                    .read(output, methods.get(index).name(), index));
  }

  private TensorProblems problems(int index) {
    return new TensorProblems(index, name + "." + methods.get(index).name(), problems::add);
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
