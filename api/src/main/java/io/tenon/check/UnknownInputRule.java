package io.tenon.check;

import io.tenon.graph.OutputSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.problem.Suggestions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a layer reads exists. Without an input, what is missing is that. */
final class UnknownInputRule implements Rule {
  private static final int MOST_NAMES = 8;

  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    for (int i = 0; model.hasInput() && i < model.tensors().size(); i++) {
      TensorDeclaration tensor = model.tensor(i);
      for (int input = 0; !model.isDuplicate(i) && input < tensor.inputs().size(); input++) {
        String name = tensor.inputs().get(input).tensor();
        if (model.indexOf(name).isEmpty()) {
          report.accept(unknown(model, new Location.OfInput(i, input), name));
        }
      }
    }
    for (OutputSpec output : model.declaration().outputs()) {
      if (model.indexOf(output.tensor()).isEmpty()) {
        report.accept(unknown(model, new Location.OfModel(), output.tensor()));
      }
    }
  }

  private static Diagnostic unknown(ModelContext model, Location location, String name) {
    List<String> others = new ArrayList<>();
    for (int i = 0; i < model.tensors().size(); i++) {
      if (i != location.tensor()) {
        others.add(model.tensor(i).name());
      }
    }
    String reader =
        location.tensor() < 0
            ? model.name() + " gives"
            : model.qualifiedName(location.tensor()) + " reads";
    return new Diagnostic(
        Problem.UNKNOWN_INPUT,
        location,
        "%s \"%s\", but %s has no tensor of that name".formatted(reader, name, model.name()),
        List.of("tensors of %s: %s".formatted(model.name(), shorten(others))),
        Suggestions.nearest(name, others)
            .map(nearest -> List.of("Did you mean \"%s\"?".formatted(nearest)))
            .orElseGet(List::of));
  }

  private static String shorten(List<String> names) {
    if (names.size() <= MOST_NAMES) {
      return String.join(", ", names);
    }
    return "%s and %d more"
        .formatted(String.join(", ", names.subList(0, MOST_NAMES)), names.size() - MOST_NAMES);
  }
}
