package io.tenon.check;

import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/** A model reads something and gives something. */
final class MissingEndsRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    boolean hasInput = false;
    for (int i = 0; i < model.tensors().size(); i++) {
      // A tensor that reads nothing, though it should, may have been meant as the input.
      hasInput |= model.tensor(i).inputs().isEmpty();
    }
    if (!hasInput) {
      report.accept(
          new Diagnostic(
              Problem.MISSING_INPUT,
              new Location.OfModel(),
              "%s has no input, so there is nothing it could read".formatted(model.name()),
              List.of(),
              List.of("Declare one:  @Input(\"784\") Vector pixels();")));
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
              List.of(
                  "Mark what it gives, for example %s:".formatted(last),
                  "  @Output(loss = MEAN_SQUARED_ERROR)")));
    }
  }
}
