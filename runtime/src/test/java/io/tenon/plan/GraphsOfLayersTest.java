package io.tenon.plan;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.ActivationFunction.TANH;
import static io.tenon.DataType.INT32;
import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.dsl.Layers.add;
import static io.tenon.dsl.Layers.batchNormalization;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.dropout;
import static io.tenon.dsl.Layers.embedding;
import static io.tenon.dsl.Layers.flatten;
import static io.tenon.dsl.Layers.globalAveragePooling1D;
import static io.tenon.dsl.Layers.lambda;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.dsl.Layers.reshape;
import static io.tenon.dsl.Layers.state;
import static io.tenon.dsl.Layers.timeDistributed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.graph.Graph;
import io.tenon.kernel.SameDiffFunction;
import io.tenon.loss.Losses;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Graphs with shared layers, models as layers, masks, states and functions: values, gradients. */
final class GraphsOfLayersTest {
  private static final float STEP = 1e-2f;

  static Stream<Arguments> differentiable() {
    Graph encoder =
        Graph.builder("Encoder")
            .input("x", "6")
            .layer("hidden", dense(5).activation(TANH), "x")
            .layer("code", dense(3), "hidden")
            .output("code")
            .build();
    return Stream.of(
        Arguments.of(
            "flattened in between",
            Graph.builder("M")
                .input("x", "6")
                .layer("a", dense(4).activation(TANH), "x")
                .layer("folded", reshape(2, 2), "a")
                .layer("flat", flatten(), "folded")
                .layer("dropped", dropout(0), "flat")
                .layer("y", dense(3), "dropped")
                .output("y")
                .build()),
        Arguments.of(
            "shared layer",
            Graph.builder("M")
                .input("x", "6")
                .shared("layer", dense(6).activation(TANH))
                .apply("once", "layer", "x")
                .apply("y", "layer", "once")
                .output("y")
                .build()),
        Arguments.of(
            "model used twice",
            Graph.builder("M")
                .input("x", "6")
                .layer("z", dense(6).activation(TANH), "x")
                .model("encoder", encoder)
                .apply("left", "encoder", "x")
                .apply("right", "encoder", "z")
                .layer("y", add(), "left", "right")
                .output("y")
                .build()),
        Arguments.of(
            "states alone",
            Graph.builder("M")
                .input("x", "2 2")
                .layer("encoded", lstm(2).returnState(true), "x")
                .layer("hidden", state(), "encoded")
                .layer("memory", state().index(1), "encoded")
                .layer("y", lstm(2).returnSequences(true), "x", "hidden", "memory")
                .output("y")
                .build()),
        Arguments.of(
            "memory alone",
            Graph.builder("M")
                .input("x", "2 2")
                .layer("encoded", lstm(2).returnState(true), "x")
                .layer("y", state().index(1), "encoded")
                .output("y")
                .build()),
        Arguments.of(
            "layers over time",
            Graph.builder("M")
                .input("x", "4 6")
                .layer("a", timeDistributed(dense(6).activation(TANH)), "x")
                .layer("y", timeDistributed(dense(2)), "a")
                .output("y")
                .build()),
        Arguments.of(
            "function",
            Graph.builder("M")
                .input("x", "6")
                .layer("z", dense(6), "x")
                .layer(
                    "y", lambda(SameDiffFunction.of(in -> in[0].mul(in[1]).add(in[0]))), "x", "z")
                .output("y")
                .build()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("differentiable")
  void gradientsAgreeWithDifferences(String name, Graph graph) {
    try (Parameters parameters = Parameters.of(graph, 3);
        Gradients gradients = Gradients.of(parameters);
        Plan plan = Plan.forGradients(graph, parameters, gradients, 2)) {
      Random random = new Random(5);
      fill(plan.input("x"), random);
      plan.forward();
      INDArray factors = plan.output("y").dup();
      fill(factors, random);
      plan.outputGradient("y").assign(factors);
      plan.backward();
      compare(plan, factors, plan.input("x"), plan.inputGradient("x").dup());
      graph
          .layers()
          .forEach(
              node ->
                  node.weights()
                      .forEach(
                          weight ->
                              compare(
                                  plan,
                                  factors,
                                  parameters.weight(node.layer(), weight.name()),
                                  gradients.gradient(node.layer(), weight.name()).dup())));
    }
  }

  private static void compare(Plan plan, INDArray factors, INDArray values, INDArray gradient) {
    for (long i = 0; i < values.length(); i++) {
      float value = values.getFloat(i);
      values.putScalar(i, value + STEP);
      plan.forward();
      double above = plan.output("y").mul(factors).sumNumber().doubleValue();
      values.putScalar(i, value - STEP);
      plan.forward();
      double below = plan.output("y").mul(factors).sumNumber().doubleValue();
      values.putScalar(i, value);
      double difference = (above - below) / (2 * STEP);
      assertThat((double) gradient.getFloat(i))
          .isCloseTo(difference, within(0.02 * Math.max(1, Math.abs(difference))));
    }
  }

  private static void fill(INDArray array, Random random) {
    for (long i = 0; i < array.length(); i++) {
      array.putScalar(i, random.nextGaussian());
    }
  }

  @Test
  void maskedStepsChangeNothing() {
    Graph graph =
        Graph.builder("M")
            .input("words", "5", INT32)
            .layer("embedded", embedding(10, 4).maskZero(true), "words")
            .layer("read", lstm(3).returnSequences(true), "embedded")
            .layer("dense", dense(3).activation(RELU), "read")
            .layer("mean", globalAveragePooling1D(), "dense")
            .layer("last", lstm(3), "dense")
            .layer("y", add(), "mean", "last")
            .output("y")
            .build();
    try (Parameters parameters = Parameters.of(graph, 1);
        Plan plan = Plan.forPrediction(graph, parameters, 1)) {
      INDArray shorter = predict(plan, 3, 7, 0, 0, 0);
      INDArray table = parameters.weight("embedded", "embeddings");
      table.getRow(0).assign(100);

      assertThat(predict(plan, 3, 7, 0, 0, 0)).isEqualTo(shorter);
      assertThat(predict(plan, 3, 0, 7, 0, 0)).isEqualTo(shorter);
      assertThat(predict(plan, 3, 7, 1, 0, 0)).isNotEqualTo(shorter);
    }
  }

  private static INDArray predict(Plan plan, int... words) {
    plan.input("words").assign(Nd4j.createFromArray(new int[][] {words}));
    plan.forward();
    return plan.output("y").dup();
  }

  @Test
  void statefulLayersGoOnUntilTheyAreReset() {
    Graph whole = Graph.builder("M").input("x", "6 2").layer("y", lstm(3), "x").output("y").build();
    Graph half =
        Graph.builder("M")
            .input("x", "3 2", io.tenon.DataType.FLOAT32, 1)
            .layer("y", lstm(3).stateful(true), "x")
            .output("y")
            .build();
    try (Parameters parameters = Parameters.of(whole, 1);
        Plan all = Plan.forPrediction(whole, parameters, 1);
        Plan parts = Plan.forPrediction(half, parameters, 1)) {
      fill(all.input("x"), new Random(1));
      all.forward();
      for (int round = 0; round < 2; round++) {
        INDArray first = null;
        for (int part = 0; part < 2; part++) {
          parts
              .input("x")
              .assign(
                  all.input("x")
                      .get(NDArrayIndex.all(), NDArrayIndex.interval(3 * part, 3 * part + 3)));
          parts.forward();
          first = parts.output("y").dup();
        }
        assertThat(first).isEqualTo(all.output("y"));
        parts.resetStates();
      }
    }
  }

  @Test
  void frozenLayersStayAsTheyAre() {
    Graph encoder =
        Graph.builder("Encoder")
            .input("x", "4")
            .layer("hidden", dense(4), "x")
            .layer("even", batchNormalization(), "hidden")
            .output("even")
            .build();
    Graph graph =
        Graph.builder("M")
            .input("x", "4")
            .model("encoder", encoder)
            .apply("code", "encoder", "x")
            .layer("y", dense(2).activation(SOFTMAX), "code")
            .freeze("encoder")
            .output("y", MEAN_SQUARED_ERROR)
            .build();
    try (Parameters parameters = Parameters.of(graph, 1);
        Gradients gradients = Gradients.of(parameters);
        Plan plan =
            Plan.forTraining(
                graph,
                parameters,
                gradients,
                8,
                Map.of("y", Losses.of(MEAN_SQUARED_ERROR)),
                Map.of(),
                0)) {
      fill(plan.input("x"), new Random(1));
      plan.step();

      assertThat(parameters.trainableLength()).isEqualTo(32);
      assertThat(parameters.weight("encoder/even", "moving_mean").sumNumber().doubleValue())
          .isZero();
      assertThat(gradients.gradient("y", "kernel").norm2Number().doubleValue()).isPositive();
    }
  }
}
