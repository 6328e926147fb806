package io.tenon.training;

import static io.tenon.dsl.Layers.dense;
import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Loss;
import io.tenon.Regularizer;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.kernel.SameDiffPenalty;
import io.tenon.network.Network;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** Initializers, regularizers and constraints of one's own. */
final class OwnFunctionsTest {
  private static final Initializer.Function RAMP =
      (shape, random) -> {
        float[] values = new float[(int) (shape[0] * shape[1])];
        for (int i = 0; i < values.length; i++) {
          values[i] = i + 1;
        }
        return values;
      };

  private static Network network(UnaryOperator<io.tenon.dsl.DenseOptions> options) {
    Graph graph =
        Graph.builder("Own")
            .input("x", "2")
            .layer(
                "y",
                options.apply(dense(2).useBias(false).kernelInitializer(Initializer.Spec.of(RAMP))),
                "x")
            .output("y", Loss.MEAN_SQUARED_ERROR)
            .build();
    return Network.builder(graph).optimizer(sgd(0.5)).seed(1).build();
  }

  /** Nothing is read, so that the loss is what the weights add, and so is the gradient. */
  private static Samples nothing() {
    return Samples.builder()
        .input("x", Nd4j.zeros(1, 2).castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT))
        .label("y", Nd4j.zeros(1, 2).castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT))
        .build();
  }

  private static float[] kernel(Network network) {
    return network.layer("y").weights().get(0).dup('c').data().asFloat();
  }

  @Test
  void anInitializerFillsAWeightByItsShape() {
    try (Network network = network(dense -> dense)) {
      assertThat(kernel(network)).containsExactly(1, 2, 3, 4);
    }
  }

  @Test
  void anInitializerThatGivesTooFewValuesIsRefused() {
    Initializer.Function three = (shape, random) -> new float[3];

    assertThatThrownBy(() -> network(dense -> dense.kernelInitializer(Initializer.Spec.of(three))))
        .hasMessageContaining("gives 3 values for a weight of [2, 2], which holds 4");
  }

  @Test
  void aRegularizerAddsToTheLossAndIsDifferentiated() {
    SameDiffPenalty cubes = weights -> weights.mul(weights).mul(weights).sum().mul(0.1);
    try (Network network = network(dense -> dense.kernelRegularizer(Regularizer.Spec.of(cubes)))) {
      assertThat(network.evaluate(nothing()).get("loss")).isCloseTo(10.0, within(1e-4));
      network.fit(nothing(), fit -> fit.epochs(1).verbose(Verbosity.SILENT));

      // w - 0.5 * 0.3 w^2
      assertThat(kernel(network))
          .containsExactly(new float[] {.85f, 1.4f, 1.65f, 1.6f}, within(1e-5f));
    }
  }

  @Test
  void aConstraintActsAfterEachUpdate() {
    Constraint.Function halves =
        (values, shape) -> {
          for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(values[i], shape[0] + 0.5f);
          }
        };
    try (Network network = network(dense -> dense.kernelConstraint(Constraint.Spec.of(halves)))) {
      network.fit(nothing(), fit -> fit.epochs(1).verbose(Verbosity.SILENT));

      assertThat(kernel(network)).containsExactly(1, 2, 2.5f, 2.5f);
    }
  }

  @Test
  void aRegularizerThatTheRuntimeDoesNotKnowIsRefused() {
    Regularizer.Function unknown = new Regularizer.Function() {};
    try (Network network =
        network(dense -> dense.kernelRegularizer(Regularizer.Spec.of(unknown)))) {
      assertThatThrownBy(() -> network.evaluate(nothing()))
          .hasMessageContaining("y/kernel: a regularizer of one's own implements SameDiffPenalty");
    }
  }
}
