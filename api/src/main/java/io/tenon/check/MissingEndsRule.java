package io.tenon.check;

import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/** A model reads something and gives something. */
final class MissingEndsRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    if (!model.hasInput()) {
      report.accept(
          new Diagnostic(
              Problem.MISSING_INPUT,
              new Location.OfModel(),
              "%s has no input, so there is nothing it could read".formatted(model.name()),
              List.of(),
              List.of("Declare one:  @Input(\"784\") Vector %s();".formatted(wanted(model)))));
    }
    // Of a model without tensors, it is enough to say that it needs an input.
    if (model.declaration().outputs().isEmpty() && !model.tensors().isEmpty()) {
      String last = model.tensor(model.tensors().size() - 1).name();
      report.accept(
          new Diagnostic(
              Problem.MISSING_OUTPUT,
              new Location.OfModel(),
              "%s has no output, so there is nothing it could predict".formatted(model.name()),
              List.of(),
              model.declaration().sequential()
                  ? List.of("Add a layer below %s:  @Dense(units = 10) Vector y();".formatted(last))
                  : List.of(
                      "Mark what it gives, for example %s:".formatted(last),
                      "  @Output(loss = MEAN_SQUARED_ERROR)")));
    }
  }

  /** The name of the input: what a tensor reads that does not exist, else any. */
  private static String wanted(ModelContext model) {
    return model.tensors().stream()
        .flatMap(tensor -> tensor.inputs().stream())
        .map(InputReference::tensor)
        .filter(name -> model.indexOf(name).isEmpty())
        .findFirst()
        .orElse("pixels");
  }
}
