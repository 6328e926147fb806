package io.tenon.check;

import io.tenon.ActivationFunction;
import io.tenon.Loss;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** An output's loss can be made small by what its activation gives. Advice only. */
final class LossRule implements Rule {
  @Override
  public void check(ModelContext model, Consumer<Diagnostic> report) {
    for (OutputSpec output : model.declaration().outputs()) {
      int index = model.indexOf(output.tensor()).orElse(-1);
      if (index >= 0 && model.inference(index).isPresent()) {
        check(model, index, output.loss(), report);
      }
    }
  }

  private static void check(ModelContext model, int index, Loss loss, Consumer<Diagnostic> report) {
    LayerSpec spec = Objects.requireNonNull(model.tensor(index).spec());
    Axis units = model.inference(index).orElseThrow().output().shape().last();
    boolean softmax = spec.activation() == ActivationFunction.SOFTMAX;
    boolean classes =
        loss == Loss.CATEGORICAL_CROSSENTROPY || loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
    if (softmax && units.equals(Axis.of(1))) {
      report.accept(
          warning(
              model,
              index,
              loss == Loss.NONE
                  ? "a softmax over 1 unit is always 1.0"
                  : "a softmax over 1 unit is always 1.0, so %s cannot learn".formatted(loss),
              "Two classes:       units = 1, activation = SIGMOID, loss = BINARY_CROSSENTROPY",
              "More than two (n): units = n, activation = SOFTMAX"));
    } else if (classes && !softmax) {
      report.accept(
          warning(
              model,
              index,
              "%s needs probabilities that sum to 1, but the activation is %s"
                  .formatted(loss, spec.activation()),
              "Use activation = SOFTMAX."));
    } else if (loss == Loss.BINARY_CROSSENTROPY
        && spec.activation() != ActivationFunction.SIGMOID
        && !softmax) {
      report.accept(
          warning(
              model,
              index,
              "%s needs probabilities, but the activation is %s".formatted(loss, spec.activation()),
              "Use activation = SIGMOID."));
    }
  }

  private static Diagnostic warning(
      ModelContext model, int index, String message, String... remedies) {
    return new Diagnostic(
        Problem.LOSS_MISMATCH,
        new Location.OfValue(index, Location.Annotated.LAYER, "activation"),
        "%s: %s".formatted(model.qualifiedName(index), message),
        List.of(),
        List.of(remedies));
  }
}
