package io.tenon.check;

import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/** Tensors have names of their own, since a name is how others read them. */
final class DuplicateTensorRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    for (int i = 0; i < model.tensors().size(); i++) {
      if (model.isDuplicate(i)) {
        report.accept(
            new Diagnostic(
                Problem.DUPLICATE_TENSOR,
                new Location.OfTensor(i),
                "%s is declared twice".formatted(model.qualifiedName(i)),
                List.of(),
                List.of("Tensors are read by name: give this one another name.")));
      }
    }
  }
}
