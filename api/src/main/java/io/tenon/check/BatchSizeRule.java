package io.tenon.check;

import io.tenon.layer.InputLayer;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.WrapperSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/** Inputs that fix the size of batches fix the same, and one does for a stateful layer. */
final class BatchSizeRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    int first = -1;
    for (int i = 0; i < model.tensors().size(); i++) {
      int size = size(model, i);
      if (size > 0 && first >= 0 && size(model, first) != size) {
        report.accept(different(model, first, i));
      }
      first = first < 0 && size > 0 ? i : first;
    }
    if (first < 0) {
      int stateful = firstStateful(model);
      if (stateful >= 0) {
        report.accept(missing(model, stateful));
      }
    }
  }

  /** The first tensor of a layer that keeps its state; -1 if there is none. */
  private static int firstStateful(ModelContext model) {
    for (int i = 0; i < model.tensors().size(); i++) {
      LayerSpec spec = model.tensor(i).spec();
      if (spec != null && spec.stateful()) {
        return i;
      }
    }
    return -1;
  }

  private static Diagnostic missing(ModelContext model, int index) {
    return new Diagnostic(
        Problem.MISSING_VALUE,
        new Location.OfValue(index, Location.Annotated.LAYER, "stateful"),
        "%s: %s is stateful, and no input tells how many samples each batch has"
            .formatted(model.qualifiedName(index), wrapped(model, index)),
        List.of(),
        List.of("Tell it:  @Input(value = ..., batchSize = 32)"));
  }

  private static String wrapped(ModelContext model, int index) {
    return model.tensor(index).spec() instanceof WrapperSpec wrapper
        ? "@" + wrapper.layer().className()
        : model.annotation(index);
  }

  private static int size(ModelContext model, int index) {
    return model.tensor(index).spec() instanceof InputLayer input ? input.batchSize() : 0;
  }

  private static Diagnostic different(ModelContext model, int first, int index) {
    return new Diagnostic(
        Problem.INVALID_VALUE,
        new Location.OfValue(index, Location.Annotated.LAYER, "batchSize"),
        "%s: batchSize is %d, but that of %s is %d"
            .formatted(
                model.qualifiedName(index),
                size(model, index),
                model.tensor(first).name(),
                size(model, first)),
        List.of(),
        List.of("A batch has as many samples for each input: make them equal, or keep one."));
  }
}
