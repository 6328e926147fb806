package io.tenon.check;

import io.tenon.layer.LayerSpec;
import io.tenon.layer.WeightSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.shape.TensorType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A layer that is used several times has one set of weights, which must fit all uses. */
final class SharedLayerRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    Map<String, Integer> first = new HashMap<>();
    for (int index : model.topologicalOrder()) {
      TensorDeclaration tensor = model.tensor(index);
      if (model.inference(index).isPresent() && !tensor.layer().equals(tensor.name())) {
        Integer before = first.putIfAbsent(tensor.layer(), index);
        if (before != null) {
          compare(model, before, index, report);
        }
      }
    }
  }

  private static void compare(
      ModelContext model, int before, int index, Consumer<Diagnostic> report) {
    List<WeightSpec> expected = weights(model, before);
    List<WeightSpec> found = weights(model, index);
    for (int i = 0; i < Math.min(expected.size(), found.size()); i++) {
      if (!expected.get(i).shape().equals(found.get(i).shape())) {
        report.accept(mismatch(model, before, index, expected.get(i), found.get(i)));
        return;
      }
    }
  }

  private static Diagnostic mismatch(
      ModelContext model, int before, int index, WeightSpec expected, WeightSpec found) {
    TensorDeclaration tensor = model.tensor(index);
    return new Diagnostic(
        Problem.SHARED_LAYER_MISMATCH,
        tensor.inputs().isEmpty() ? new Location.OfTensor(index) : new Location.OfInput(index, 0),
        "%s uses %s on %s, which needs a %s of %s, but for %s it has one of %s"
            .formatted(
                model.qualifiedName(index),
                tensor.layer(),
                shapes(model, index),
                found.name(),
                found.shape(),
                model.tensor(before).name(),
                expected.shape()),
        List.of(
            "%s reads %s".formatted(model.tensor(before).name(), shapes(model, before)),
            "%s reads %s".formatted(tensor.name(), shapes(model, index))),
        List.of(
            "Bring both to one shape first, or declare a second layer for %s."
                .formatted(tensor.name())));
  }

  private static String shapes(ModelContext model, int index) {
    Optional<List<TensorType>> types = model.inputTypes(index);
    return String.join(
        " and ", types.orElseThrow().stream().map(type -> type.shape().toString()).toList());
  }

  private static List<WeightSpec> weights(ModelContext model, int index) {
    LayerSpec spec = model.tensor(index).spec();
    return spec == null ? List.of() : spec.weights(model.inputTypes(index).orElseThrow());
  }
}
