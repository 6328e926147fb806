package io.tenon.check;

import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.layer.InputCount;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.shape.RankType;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A layer reads as many tensors as it can read. */
final class ArityRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    for (int i = 0; i < model.tensors().size(); i++) {
      LayerSpec spec = model.tensor(i).spec();
      if (spec != null
          && !model.isBroken(i)
          && !spec.inputCount().allows(model.tensor(i).inputs().size())) {
        report.accept(diagnostic(model, i, spec));
      }
    }
  }

  private static Diagnostic diagnostic(ModelContext model, int index, LayerSpec spec) {
    List<InputReference> inputs = model.tensor(index).inputs();
    int found = inputs.size();
    int surplus = model.isInput(index) ? 0 : 1;
    return new Diagnostic(
        Problem.WRONG_ARITY,
        found > surplus ? new Location.OfInput(index, surplus) : new Location.OfTensor(index),
        "%s: %s reads %s, found %s"
            .formatted(
                model.qualifiedName(index),
                model.annotation(index),
                spec.inputCount().describe(),
                found == 0 ? "none" : Integer.toString(found)),
        List.of(),
        remedies(model, index));
  }

  private static List<String> remedies(ModelContext model, int index) {
    TensorDeclaration tensor = model.tensor(index);
    if (model.isInput(index)) {
      return List.of("Drop the parameter, or replace @Input by a layer that reads it.");
    }
    if (tensor.inputs().isEmpty()) {
      String above = index == 0 ? "Tensor input" : signature(model.tensor(index - 1));
      String layer =
          tensor.layer().equals(tensor.name()) ? "" : "Layer %s, ".formatted(tensor.layer());
      return List.of(
          "Name what it reads as a parameter:  %s(%s%s)".formatted(tensor.name(), layer, above));
    }
    if (model.declaration().sequential()) {
      return List.of(
          "In a @Sequential model a tensor reads the one above alone: declare the model as",
          "@Model, where parameters name what a layer reads.");
    }
    if (spec(model, index).inputCount() == InputCount.ONE_AND_TWO_STATES
        && tensor.inputs().size() == 2) {
      String read = tensor.inputs().get(1).tensor();
      return List.of(
          "Its state is two tensors, of a layer with returnState = true:",
          "@State Vector hidden(Vector %s);  @State(1) Vector memory(Vector %s);"
              .formatted(read, read));
    }
    if (spec(model, index).inputCount() == InputCount.ONE_AND_FOUR_STATES
        && tensor.inputs().size() < 5) {
      return List.of(
          "Both directions have two, of a @Bidirectional layer with returnState = true:",
          "@State, @State(1), @State(2) and @State(3) of what it gives.");
    }
    if (tensor.inputs().size() == 1) {
      return List.of("Name another tensor as a second parameter.");
    }
    String parameters =
        tensor.inputs().stream()
            .map(input -> rank(input.declared()) + " " + input.tensor())
            .collect(Collectors.joining(", "));
    String joined = rank(tensor.inputs().get(0).declared()) + " joined";
    return List.of(
        "Join them first:  @Concatenate %s(%s);".formatted(joined, parameters),
        "then read that:   %s(%s)".formatted(tensor.name(), joined));
  }

  private static LayerSpec spec(ModelContext model, int index) {
    return Objects.requireNonNull(model.tensor(index).spec());
  }

  private static String signature(TensorDeclaration tensor) {
    return rank(tensor.declared()) + " " + tensor.name();
  }

  private static String rank(@Nullable RankType declared) {
    return declared == null ? "Tensor" : declared.typeName();
  }
}
