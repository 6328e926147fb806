package io.tenon.check;

import io.tenon.check.TensorDeclaration.InputReference;
import io.tenon.problem.LayerException.Insertion;
import io.tenon.shape.RankType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Layers that mend a model, as code to paste: where they go, and what reads them then. */
final class Insertions {
  private Insertions() {}

  /** The lines for a layer between a tensor and one of those that it reads. */
  static List<String> lines(ModelContext model, int index, int input, Insertion insertion) {
    String declared = "%s %s".formatted(insertion.gives().typeName(), insertion.name());
    if (model.declaration().sequential()) {
      return List.of(
          "%s first, above it:  %s %s();".formatted(insertion.verb(), insertion.layer(), declared));
    }
    String first = insertion.verb() + " first:";
    String then = "then read it:";
    int width = Math.max(first.length(), then.length());
    return List.of(
        "%s  %s %s(%s);"
            .formatted(
                pad(first, width), insertion.layer(), declared, parameter(model, index, input)),
        "%s  %s(%s)"
            .formatted(
                pad(then, width),
                model.tensor(index).name(),
                parameters(model, index, input, declared)));
  }

  private static String parameters(ModelContext model, int index, int replaced, String by) {
    List<String> parameters = new ArrayList<>();
    String layer = model.tensor(index).layer();
    if (!layer.equals(model.tensor(index).name())) {
      parameters.add("Layer " + layer);
    }
    for (int i = 0; i < model.tensor(index).inputs().size(); i++) {
      parameters.add(i == replaced ? by : parameter(model, index, i));
    }
    return String.join(", ", parameters);
  }

  /** One of the tensors that a tensor reads, as a parameter of the type that it has. */
  private static String parameter(ModelContext model, int index, int input) {
    InputReference reference = model.tensor(index).inputs().get(input);
    String rank =
        model
            .indexOf(reference.tensor())
            .flatMap(model::inference)
            .flatMap(inference -> RankType.of(inference.output()))
            .map(RankType::typeName)
            .orElseGet(() -> typeName(reference.declared()));
    return rank + " " + reference.tensor();
  }

  private static String typeName(@Nullable RankType declared) {
    return declared == null ? "Tensor" : declared.typeName();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
