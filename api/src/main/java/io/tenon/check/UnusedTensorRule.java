package io.tenon.check;

import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is declared serves an output. Advice only. */
final class UnusedTensorRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    if (model.declaration().outputs().isEmpty()) {
      return;
    }
    for (int index : model.topologicalOrder()) {
      if (!model.isUsed(index) && !isRead(model, index)) {
        report.accept(
            new Diagnostic(
                Problem.UNUSED_TENSOR,
                new Location.OfTensor(index),
                "nothing reads %s and it is not an @Output, so it will not be built"
                    .formatted(model.qualifiedName(index)),
                meant(model, index),
                List.of("Silence with @SuppressWarnings(\"tenon:UnusedTensor\").")));
      }
    }
  }

  private static boolean isRead(ModelContext model, int index) {
    for (int other = 0; other < model.tensors().size(); other++) {
      if (model.inputs(other).contains(index)) {
        return true;
      }
    }
    return false;
  }

  /** A tensor that reads the same thing probably meant to read this one. */
  private static List<String> meant(ModelContext model, int index) {
    List<String> lines = new ArrayList<>();
    String name = model.tensor(index).name();
    for (int input : model.inputs(index)) {
      for (int other = 0; other < model.tensors().size(); other++) {
        if (other != index && model.inputs(other).contains(input)) {
          String reader = model.tensor(other).name();
          lines.add(
              "%s reads %s, which is also what %s reads. Did you mean %s(%s)?"
                  .formatted(reader, model.tensor(input).name(), name, reader, name));
        }
      }
    }
    return lines;
  }
}
