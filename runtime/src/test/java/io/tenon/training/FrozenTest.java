package io.tenon.training;

import static io.tenon.dsl.Layers.batchNormalization;
import static io.tenon.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Constraint;
import io.tenon.Loss;
import io.tenon.Regularizer;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.graph.GraphBuilder;
import io.tenon.network.Network;
import io.tenon.optimizer.Optimizer;
import io.tenon.optimizer.Optimizers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Layers and models that training leaves as they are, batch normalization among them. */
final class FrozenTest {
  private static final Regularizer.Spec L2 = Regularizer.Spec.of(Regularizer.Kind.L2);

  private static Samples samples() {
    return Samples.builder()
        .input("x", Nd4j.rand(DataType.FLOAT, 24, 3).mul(4).add(2))
        .label("y", Nd4j.rand(DataType.FLOAT, 24, 2))
        .build();
  }

  private static GraphBuilder begin() {
    return Graph.builder("M").input("x", "3").layer("learned", dense(4), "x");
  }

  /** With all that would change a weight besides its gradient. */
  private static Graph layers(boolean frozen) {
    GraphBuilder builder =
        begin()
            .layer(
                "fixed",
                dense(4)
                    .kernelRegularizer(L2)
                    .biasRegularizer(L2)
                    .kernelConstraint(Constraint.Spec.of(Constraint.Kind.UNIT_NORM)),
                "learned")
            .layer("even", batchNormalization().momentum(0.5), "fixed")
            .layer("y", dense(2), "even")
            .output("y", Loss.MEAN_SQUARED_ERROR);
    return (frozen ? builder.freeze("fixed").freeze("even") : builder).build();
  }

  private static Graph nested() {
    Graph encoder =
        Graph.builder("Encoder")
            .input("x", "4")
            .layer("fixed", dense(4).kernelRegularizer(L2), "x")
            .layer("even", batchNormalization().momentum(0.5), "fixed")
            .output("even")
            .build();
    return begin()
        .model("encoder", encoder)
        .apply("code", "encoder", "learned")
        .layer("y", dense(2), "code")
        .freeze("encoder")
        .output("y", Loss.MEAN_SQUARED_ERROR)
        .build();
  }

  private static Map<String, float[]> weights(Network network) {
    Map<String, float[]> all = new LinkedHashMap<>();
    for (var layer : network.graph().layers()) {
      List<INDArray> weights = network.layer(layer.name()).weights();
      for (int i = 0; i < weights.size(); i++) {
        all.put(layer.layer() + " " + i, weights.get(i).dup().data().asFloat());
      }
    }
    return all;
  }

  static Stream<Optimizer> optimizers() {
    return Stream.of(
        Optimizers.adamW(0.1).withWeightDecay(0.5),
        Optimizers.sgd(0.01, 0.9).withWeightDecay(0.5),
        Optimizers.rmsprop(0.1).withMovingAverage(0.5, 2));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void weightsAndStatisticsStay(Optimizer optimizer) {
    for (Graph graph : List.of(layers(true), nested())) {
      try (Network network = Network.builder(graph).optimizer(optimizer).seed(1).build()) {
        Map<String, float[]> before = weights(network);
        network.fit(samples(), fit -> fit.epochs(2).batchSize(8).verbose(Verbosity.SILENT));
        Map<String, float[]> after = weights(network);
        before.forEach(
            (name, values) -> {
              boolean stays = name.contains("fixed") || name.contains("even");
              assertThat(java.util.Arrays.equals(values, after.get(name)))
                  .as(name)
                  .isEqualTo(stays);
            });
      }
    }
  }

  /** A step of training computes what a prediction does, penalties of its own weights left out. */
  @Test
  void batchNormalizationPredictsWhileTraining() {
    Samples samples = samples();
    for (Graph graph : List.of(layers(true), nested())) {
      try (Network network =
          Network.builder(graph).optimizer(Optimizers.sgd(0.01)).seed(1).build()) {
        INDArray found = network.predict(samples.inputs().get("x"))[0];
        INDArray errors = found.sub(samples.labels().get("y"));
        double expected = errors.mul(errors).meanNumber().doubleValue();
        assertThat(network.testOnBatch(samples).get("loss")).isCloseTo(expected, within(1e-5));
        assertThat(network.trainOnBatch(samples).get("loss")).isCloseTo(expected, within(1e-5));
      }
    }
  }

  /** So that the tests above can fail. */
  @Test
  void otherwiseTheyLearn() {
    try (Network network =
        Network.builder(layers(false)).optimizer(Optimizers.sgd(0.1)).seed(1).build()) {
      Map<String, float[]> before = weights(network);
      Samples samples = samples();
      assertThat(network.trainOnBatch(samples).get("loss"))
          .isNotCloseTo(network.testOnBatch(samples).get("loss"), within(1e-3));
      Map<String, float[]> after = weights(network);
      before.forEach((name, values) -> assertThat(after.get(name)).as(name).isNotEqualTo(values));
    }
  }

  /** What a frozen layer gives is still what others make of it. */
  @Test
  void thePenaltyOfItsResultStays() {
    Graph graph =
        begin()
            .layer("y", dense(2).activityRegularizer(L2), "learned")
            .freeze("y")
            .output("y", Loss.MEAN_SQUARED_ERROR)
            .build();
    Samples samples = samples();
    try (Network network = Network.builder(graph).optimizer(Optimizers.sgd(1e-3)).seed(1).build()) {
      INDArray found = network.predict(samples.inputs().get("x"))[0];
      INDArray errors = found.sub(samples.labels().get("y"));
      double expected =
          errors.mul(errors).meanNumber().doubleValue()
              + 0.01 * found.mul(found).sumNumber().doubleValue() / 24;
      assertThat(network.trainOnBatch(samples).get("loss")).isCloseTo(expected, within(1e-4));
    }
  }
}
