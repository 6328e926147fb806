package io.tenon.check;

import io.tenon.layer.LayerSpec;
import io.tenon.layer.MaskUse;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.shape.TensorType;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A mask reaches a layer that takes it. Advice only: Keras warns, and goes on without the mask. */
final class MaskRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    for (int index : model.topologicalOrder()) {
      LayerSpec spec = model.tensor(index).spec();
      Optional<List<TensorType>> inputs = model.inputTypes(index);
      if (spec != null && inputs.isPresent() && spec.maskUse() == MaskUse.LOSES) {
        for (int i = 0; i < inputs.get().size(); i++) {
          if (inputs.get().get(i).masked()) {
            report.accept(lost(model, index, i));
          }
        }
      }
    }
  }

  private static Diagnostic lost(ModelContext model, int index, int input) {
    String read = model.tensor(index).inputs().get(input).tensor();
    return new Diagnostic(
        Problem.MASK_LOST,
        new Location.OfInput(index, input),
        "%s: %s cannot take the mask of %s, and reads the steps that do not count like the others"
            .formatted(model.qualifiedName(index), model.annotation(index), read),
        List.of(),
        List.of(
            "Let a layer that takes it come first: a recurrent one, an attention, or",
            "@GlobalAveragePooling1D. Silence with @SuppressWarnings(\"tenon:MaskLost\")."));
  }
}
