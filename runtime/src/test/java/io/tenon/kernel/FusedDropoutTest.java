package io.tenon.kernel;

import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.dropout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.ActivationFunction;
import io.tenon.Loss;
import io.tenon.Regularizer;
import io.tenon.graph.Graph;
import io.tenon.loss.Losses;
import io.tenon.plan.Gradients;
import io.tenon.plan.Parameters;
import io.tenon.plan.Plan;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A dropout behind a dense layer, where both are one operation. */
class FusedDropoutTest {
  private static final int BATCH = 64;
  private static final int FEATURES = 6;
  private static final int UNITS = 50;
  private static final double RATE = 0.25;
  private static final float SCALE = (float) (1 / (1 - RATE));

  private static Graph graph(ActivationFunction function) {
    return Graph.builder("Model")
        .input("x", Integer.toString(FEATURES))
        .layer("hidden", dense(UNITS).activation(function), "x")
        .layer("kept", dropout(RATE), "hidden")
        .output("kept", Loss.MEAN_SQUARED_ERROR)
        .build();
  }

  /** A model and a plan that trains it. */
  private static final class Bench implements AutoCloseable {
    final Parameters parameters;
    final Gradients gradients;
    final Plan plan;

    Bench(Graph graph) {
      parameters = Parameters.of(graph, 1);
      gradients = Gradients.of(parameters);
      plan =
          Plan.forTraining(
              graph,
              parameters,
              gradients,
              BATCH,
              Map.of("kept", Losses.of(Loss.MEAN_SQUARED_ERROR)),
              Map.of(),
              3);
      fill(plan.input("x"), 4);
      fill(plan.label("kept"), 5);
    }

    float[] predicted() {
      plan.forward();
      return floats(plan.output("kept"));
    }

    @Override
    public void close() {
      plan.close();
      gradients.close();
      parameters.close();
    }
  }

  private static void fill(INDArray array, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextGaussian());
    }
  }

  private static float[] floats(INDArray array) {
    return array.dup('c').reshape(-1).toFloatVector();
  }

  @ParameterizedTest
  @EnumSource(names = {"RELU", "LINEAR", "TANH"})
  void dropsAShareAndScalesTheRestWhenTrainingAndNothingElsewhere(ActivationFunction function) {
    try (Bench bench = new Bench(graph(function))) {
      float[] whole = bench.predicted();
      bench.plan.step(7);
      float[] kept = floats(bench.plan.output("kept"));
      int live = 0;
      int dropped = 0;
      for (int i = 0; i < whole.length; i++) {
        if (whole[i] != 0) {
          live++;
          dropped += kept[i] == 0 ? 1 : 0;
        }
        if (kept[i] != 0) {
          assertThat(kept[i]).isCloseTo(whole[i] * SCALE, within(1e-6f));
        }
      }
      assertThat((double) dropped / live).isCloseTo(RATE, within(0.05));
      assertThat(bench.predicted()).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"RELU", "LINEAR", "TANH"})
  void theGradientGoesThroughWhatWasKept(ActivationFunction function) {
    try (Bench bench = new Bench(graph(function))) {
      float[] whole = bench.predicted();
      bench.plan.step(7);
      float[] kept = floats(bench.plan.output("kept"));
      float[] x = floats(bench.plan.input("x"));
      float[] labels = floats(bench.plan.label("kept"));
      double[] expected = new double[FEATURES * UNITS];
      for (int row = 0; row < BATCH; row++) {
        for (int unit = 0; unit < UNITS; unit++) {
          int at = row * UNITS + unit;
          if (kept[at] != 0) {
            double slope = function == ActivationFunction.TANH ? 1 - whole[at] * whole[at] : 1;
            double gradient = 2.0 * (kept[at] - labels[at]) / whole.length * SCALE * slope;
            for (int feature = 0; feature < FEATURES; feature++) {
              expected[feature * UNITS + unit] += gradient * x[row * FEATURES + feature];
            }
          }
        }
      }
      float[] found = floats(bench.gradients.gradient("hidden", "kernel"));
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) found[i]).isCloseTo(expected[i], within(1e-6));
      }
    }
  }

  @Test
  void isTheSameForTheSameStepAndAnotherForAnother() {
    try (Bench bench = new Bench(graph(ActivationFunction.RELU))) {
      bench.plan.step(7);
      float[] kept = floats(bench.plan.output("kept"));
      bench.plan.step(8);
      assertThat(floats(bench.plan.output("kept"))).isNotEqualTo(kept);
      bench.plan.step(7);
      assertThat(floats(bench.plan.output("kept"))).isEqualTo(kept);
    }
  }

  @Test
  void anActivityRegularizerSeesWhatIsNotDropped() {
    Regularizer.Spec squared = Regularizer.Spec.of(Regularizer.Kind.L2).withL2(1);
    Graph graph =
        Graph.builder("Model")
            .input("x", Integer.toString(FEATURES))
            .layer("hidden", dense(UNITS).activityRegularizer(squared), "x")
            .layer("kept", dropout(RATE), "hidden")
            .output("kept", Loss.MEAN_SQUARED_ERROR)
            .build();
    try (Bench bench = new Bench(graph)) {
      double squares = 0;
      for (float value : bench.predicted()) {
        squares += (double) value * value;
      }
      double loss = bench.plan.step(7);
      assertThat(loss - bench.plan.loss("kept")).isCloseTo(squares / BATCH, within(1e-3));
    }
  }
}
