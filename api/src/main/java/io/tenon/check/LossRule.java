package io.tenon.check;

import static io.tenon.ActivationFunction.HARD_SIGMOID;
import static io.tenon.ActivationFunction.LINEAR;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.ActivationFunction.TANH;

import io.tenon.ActivationFunction;
import io.tenon.Loss;
import io.tenon.graph.OutputSpec;
import io.tenon.layer.LayerSpec;
import io.tenon.problem.Diagnostic;
import io.tenon.problem.Location;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
    ActivationFunction activation = spec.activation();
    boolean softmax = activation == SOFTMAX;
    if (model.inference(index).orElseThrow().output().shape().last().equals(Axis.of(1))
        && (softmax || ofClasses(loss))) {
      report.accept(ofOneUnit(model, index, loss, softmax));
    } else if (declaresActivation(spec)) {
      Optional<Advice> advice = advice(loss, activation);
      if (advice.isPresent()) {
        report.accept(warning(model, index, advice.get().message, advice.get().remedy));
      }
    }
  }

  private record Advice(String message, String remedy) {}

  private static Optional<Advice> advice(Loss loss, ActivationFunction activation) {
    boolean softmax = activation == SOFTMAX;
    boolean shares = softmax || activation == SIGMOID || activation == HARD_SIGMOID;
    String found = "but the activation is " + activation;
    if (ofClasses(loss) && !softmax) {
      return advice(
          "%s needs probabilities that sum to 1, %s".formatted(loss, found),
          "Use activation = SOFTMAX.");
    }
    if (ofBinary(loss) && softmax) {
      return advice(
          "%s takes each unit for itself, but SOFTMAX makes them sum to 1".formatted(loss),
          "Use loss = CATEGORICAL_CROSSENTROPY; or activation = SIGMOID, if several may be true.");
    }
    if (ofBinary(loss) && !shares) {
      return advice(
          "%s needs probabilities, %s".formatted(loss, found), "Use activation = SIGMOID.");
    }
    if (loss == Loss.KL_DIVERGENCE && !shares) {
      return advice(
          "%s compares probabilities, %s".formatted(loss, found), "Use activation = SOFTMAX.");
    }
    if (loss == Loss.POISSON && (activation == LINEAR || activation == TANH)) {
      return advice(
          "%s needs predictions above 0, %s".formatted(loss, found),
          "Use activation = EXPONENTIAL.");
    }
    if ((loss == Loss.HINGE || loss == Loss.SQUARED_HINGE) && shares) {
      return advice(
          "%s needs predictions around -1 and 1, %s".formatted(loss, found),
          "Use activation = TANH.");
    }
    return Optional.empty();
  }

  private static Optional<Advice> advice(String message, String remedy) {
    return Optional.of(new Advice(message, remedy));
  }

  private static boolean ofClasses(Loss loss) {
    return loss == Loss.CATEGORICAL_CROSSENTROPY || loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
  }

  private static boolean ofBinary(Loss loss) {
    return loss == Loss.BINARY_CROSSENTROPY || loss == Loss.BINARY_FOCAL_CROSSENTROPY;
  }

  /** Whether a layer says itself what it passes through; a merge or a reshape does not. */
  private static boolean declaresActivation(LayerSpec spec) {
    return spec.activation() != LINEAR || hasComponent(spec, "activation");
  }

  private static boolean hasComponent(LayerSpec spec, String name) {
    for (RecordComponent component : spec.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private static Diagnostic ofOneUnit(ModelContext model, int index, Loss loss, boolean softmax) {
    String alone =
        softmax ? "a softmax over 1 unit is always 1.0" : "1 unit can tell but one class";
    return warning(
        model,
        index,
        loss == Loss.NONE ? alone : "%s, so %s cannot learn".formatted(alone, loss),
        "Two classes:       units = 1, activation = SIGMOID, loss = BINARY_CROSSENTROPY",
        "More than two (n): units = n, activation = SOFTMAX");
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
