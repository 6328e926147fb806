package io.tenon.plan;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.ActivationFunction.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Loss;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.graph.Node;
import io.tenon.layer.WeightSpec;
import io.tenon.loss.LossFunction;
import io.tenon.loss.Losses;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Whole plans: the gradient of the loss with respect to every weight, against differences. */
class PlanTest {
  private static final float STEP = 1e-2f;
  private static final int BATCH = 4;

  static Stream<Graph> graphs() {
    return Stream.of(
        oneOutput("Squares", Layers.dense(3), Loss.MEAN_SQUARED_ERROR),
        oneOutput("Fused", Layers.dense(3).activation(SOFTMAX), Loss.CATEGORICAL_CROSSENTROPY),
        oneOutput(
            "FusedClasses",
            Layers.dense(3).activation(SOFTMAX),
            Loss.SPARSE_CATEGORICAL_CROSSENTROPY),
        oneOutput("FusedUnits", Layers.dense(3).activation(SIGMOID), Loss.BINARY_CROSSENTROPY),
        Graph.builder("Branches")
            .input("x", "4 4 2")
            .layer("edges", Layers.conv2D(3, 2).activation(TANH), "x")
            .layer("left", Layers.flatten(), "edges")
            .layer("smaller", Layers.maxPooling2D().poolSize(3), "edges")
            .layer("right", Layers.flatten(), "smaller")
            .layer("early", Layers.dense(2).activation(SOFTMAX), "right")
            .layer("joined", Layers.concatenate(), "left", "right", "early")
            .layer("y", Layers.dense(3).activation(SOFTMAX), "joined")
            .output("early", Loss.CATEGORICAL_CROSSENTROPY, 0.3)
            .output("y", Loss.CATEGORICAL_CROSSENTROPY, 2.0)
            .build());
  }

  private static Graph oneOutput(
      String name,
      java.util.function.Supplier<? extends io.tenon.layer.LayerSpec> last,
      Loss loss) {
    return Graph.builder(name)
        .input("x", "5")
        .layer("hidden", Layers.dense(6).activation(TANH), "x")
        .layer("y", last, "hidden")
        .output("y", loss)
        .build();
  }

  @ParameterizedTest
  @MethodSource("graphs")
  void gradientsOfTheLossAgreeWithDifferences(Graph graph) {
    try (Parameters parameters = Parameters.of(graph, 3);
        Gradients gradients = Gradients.of(parameters);
        Plan plan = training(graph, parameters, gradients, 1)) {
      fill(graph, plan, 5);
      plan.step();
      for (Node node : graph.layers()) {
        for (WeightSpec weight : node.weights()) {
          INDArray values = parameters.weight(node.layer(), weight.name());
          INDArray gradient = gradients.gradient(node.layer(), weight.name()).dup();
          for (long i = 0; i < values.length(); i++) {
            float value = values.getFloat(i);
            values.putScalar(i, value + STEP);
            double above = plan.testStep();
            values.putScalar(i, value - STEP);
            double below = plan.testStep();
            values.putScalar(i, value);
            assertThat(gradient.getDouble(i))
                .as("%s.%s/%s [%d]", graph.name(), node.name(), weight.name(), i)
                .isCloseTo((above - below) / (2 * STEP), within(5e-3));
          }
        }
      }
    }
  }

  private static Plan training(Graph graph, Parameters parameters, Gradients gradients, long seed) {
    Map<String, LossFunction> losses = new HashMap<>();
    Map<String, Double> weights = new HashMap<>();
    graph
        .outputs()
        .forEach(
            output -> {
              losses.put(output.tensor(), Losses.of(output.loss()));
              weights.put(output.tensor(), output.lossWeight());
            });
    return Plan.forTraining(graph, parameters, gradients, BATCH, losses, weights, seed);
  }

  private static void fill(Graph graph, Plan plan, long seed) {
    Random random = new Random(seed);
    for (Node input : graph.inputs()) {
      INDArray array = plan.input(input.name());
      for (long i = 0; i < array.length(); i++) {
        array.putScalar(i, random.nextGaussian());
      }
    }
    graph.outputs().forEach(output -> fillLabels(plan.label(output.tensor()), random));
  }

  private static void fillLabels(INDArray labels, Random random) {
    labels.assign(0);
    if (labels.rank() == 1) {
      for (int i = 0; i < BATCH; i++) {
        labels.putScalar(i, random.nextInt(3));
      }
    } else {
      for (int i = 0; i < BATCH; i++) {
        labels.putScalar(i, random.nextInt((int) labels.size(1)), 1);
      }
    }
  }

  private static Graph withDropout(double rate) {
    return Graph.builder("Dropped")
        .input("x", "1000")
        .layer("y", Layers.dropout(rate), "x")
        .layer("z", Layers.dense(1), "y")
        .output("z", Loss.MEAN_SQUARED_ERROR)
        .build();
  }

  @Test
  void dropoutDropsItsShareAndKeepsTheMean() {
    Graph graph = withDropout(0.3);
    try (Parameters parameters = Parameters.of(graph, 3);
        Gradients gradients = Gradients.of(parameters);
        Plan plan = training(graph, parameters, gradients, 1)) {
      plan.input("x").assign(1);
      plan.step();
      float[] first = plan.output("y").dup().data().asFloat();
      int dropped = 0;
      for (float value : first) {
        assertThat(value).isIn(0f, 1 / (1 - 0.3f));
        dropped += value == 0 ? 1 : 0;
      }
      assertThat(dropped / (double) first.length).isCloseTo(0.3, within(0.03));
      plan.step();
      assertThat(plan.output("y").dup().data().asFloat()).isNotEqualTo(first);
      plan.testStep();
      assertThat(plan.output("y").dup().data().asFloat()).containsOnly(1f);
    }
  }

  @Test
  void dropoutIsAFunctionOfTheSeed() {
    Graph graph = withDropout(0.5);
    float[][] draws = new float[3][];
    long[] seeds = {1, 1, 2};
    for (int i = 0; i < seeds.length; i++) {
      try (Parameters parameters = Parameters.of(graph, 3);
          Gradients gradients = Gradients.of(parameters);
          Plan plan = training(graph, parameters, gradients, seeds[i])) {
        plan.input("x").assign(1);
        plan.step();
        draws[i] = plan.output("y").dup().data().asFloat();
      }
    }
    assertThat(draws[1]).isEqualTo(draws[0]);
    assertThat(draws[2]).isNotEqualTo(draws[0]);
  }

  @Test
  void predictionSharesMemoryAndTrainingAgreesWithIt() {
    Graph graph =
        Graph.builder("Deep")
            .input("x", "64")
            .layer("a", Layers.dense(64).activation(RELU), "x")
            .layer("b", Layers.dense(64).activation(RELU), "a")
            .layer("c", Layers.dense(64).activation(RELU), "b")
            .layer("y", Layers.dense(3).activation(SOFTMAX), "c")
            .output("y", Loss.CATEGORICAL_CROSSENTROPY)
            .build();
    try (Parameters parameters = Parameters.of(graph, 3);
        Gradients gradients = Gradients.of(parameters);
        Plan train = training(graph, parameters, gradients, 1);
        Plan predict = Plan.forPrediction(graph, parameters, BATCH)) {
      fill(graph, train, 5);
      predict.input("x").assign(train.input("x"));
      train.testStep();
      predict.forward();
      assertThat(predict.output("y").dup().data().asFloat())
          .containsExactly(train.output("y").dup().data().asFloat(), within(1e-6f));
      assertThat(predict.arenaBytes()).isLessThan(train.arenaBytes() / 2);
    }
  }
}
