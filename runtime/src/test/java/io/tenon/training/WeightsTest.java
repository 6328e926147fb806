package io.tenon.training;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.dsl.Layers.dense;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Initializer;
import io.tenon.data.DataException;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import io.tenon.optimizer.Optimizers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights of samples and classes, and single steps. */
final class WeightsTest {
  private static final INDArray POINTS =
      Nd4j.createFromArray(new float[][] {{1, 2}, {0, 1}, {3, -1}, {2, 2}});
  private static final INDArray CLASSES = Nd4j.createFromArray(0, 1, 1, 0).castTo(DataType.INT32);

  private static Network network() {
    Graph graph =
        Graph.builder("Points")
            .input("point", "2")
            .layer("side", dense(2).activation(SOFTMAX), "point")
            .output("side", SPARSE_CATEGORICAL_CROSSENTROPY)
            .build();
    return Network.builder(graph).optimizer(Optimizers.sgd(0.1)).seed(1).build();
  }

  private static Samples.Builder samples() {
    return Samples.builder().input("point", POINTS).label("side", CLASSES);
  }

  private static INDArray kernelAfter(Samples samples, Map<Integer, Double> classWeights) {
    try (Network network = network()) {
      network.fit(
          samples, fit -> fit.batchSize(4).verbose(Verbosity.SILENT).classWeight(classWeights));
      return network.layer("side").weight("kernel");
    }
  }

  @Test
  void classWeightsAreWeightsOfTheSamplesOfAClass() {
    INDArray bySample =
        kernelAfter(
            samples().sampleWeights(Nd4j.createFromArray(3f, 0.5f, 0.5f, 3f)).build(), Map.of());

    assertThat(kernelAfter(samples().build(), Map.of(0, 3.0, 1, 0.5))).isEqualTo(bySample);
    assertThat(kernelAfter(samples().build(), Map.of())).isNotEqualTo(bySample);
  }

  @Test
  void samplesOfWeightZeroTeachNothing() {
    INDArray weights = Nd4j.createFromArray(1f, 0f, 1f, 1f);
    INDArray moved = POINTS.dup();
    moved.putRow(1, Nd4j.createFromArray(50f, -50f));

    assertThat(
            kernelAfter(
                Samples.builder()
                    .input("point", moved)
                    .label("side", CLASSES)
                    .sampleWeights("side", weights)
                    .build(),
                Map.of()))
        .isEqualTo(kernelAfter(samples().sampleWeights(weights).build(), Map.of()));
  }

  private static final INDArray SERIES =
      Nd4j.createFromArray(new float[][][] {{{1}, {2}, {3}}, {{4}, {-1}, {0.5f}}});

  private static Samples.Builder series() {
    return Samples.builder()
        .input("series", SERIES)
        .label("later", Nd4j.createFromArray(new float[][][] {{{0}, {3}, {1}}, {{2}, {2}, {7}}}));
  }

  private static double seriesLoss(Samples samples) {
    Graph graph =
        Graph.builder("Later")
            .input("series", "3 1")
            .layer("later", dense(1).kernelInitializer(Initializer.Kind.ONES), "series")
            .output("later", MEAN_SQUARED_ERROR)
            .build();
    try (Network network = Network.builder(graph).optimizer(Optimizers.sgd(0.1)).build()) {
      return network.evaluate(samples).get("loss");
    }
  }

  @Test
  void eachTimeStepMayHaveAWeightOfItsOwn() {
    INDArray weights = Nd4j.createFromArray(new float[][] {{1, 0, 2}, {0, 0.5f, 0}});
    // Squared errors are 1, 1, 4 and 4, 9, 42.25, of which the mean is taken over all six.
    assertThat(seriesLoss(series().sampleWeights(weights).build()))
        .isCloseTo((1 + 2 * 4 + 0.5 * 9) / 6, within(1e-6));
    assertThat(seriesLoss(series().sampleWeights(Nd4j.createFromArray(2f, 0f)).build()))
        .isCloseTo(2.0 * (1 + 1 + 4) / 6, within(1e-6));
    assertThat(seriesLoss(series().build())).isCloseTo(61.25 / 6, within(1e-5));
    assertThatThrownBy(() -> seriesLoss(series().sampleWeights(Nd4j.ones(2, 4)).build()))
        .hasMessage(
            "Later: the sample weights of later need shape [2], one for each sample, or [2, 3], one"
                + " for each of its rows, found [2, 4]");
  }

  @Test
  void aStepOnABatchIsAnEpochOfOneBatch() {
    try (Network network = network()) {
      Map<String, Double> before = network.testOnBatch(samples().build());
      Map<String, Double> scores = network.trainOnBatch(samples().build());

      assertThat(scores.get("loss")).isCloseTo(before.get("loss"), within(1e-6));
      assertThat(network.layer("side").weight("kernel"))
          .isEqualTo(kernelAfter(samples().build(), Map.of()));
      assertThat(network.testOnBatch(samples().build()).get("loss")).isLessThan(before.get("loss"));
    }
  }

  @Test
  void weightsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> kernelAfter(samples().sampleWeights(Nd4j.ones(3)).build(), Map.of()))
        .isInstanceOf(DataException.class);
    assertThatThrownBy(
            () ->
                kernelAfter(
                    samples().sampleWeights(Nd4j.createFromArray(1f, -1f, 1f, 1f)).build(),
                    Map.of()))
        .hasMessage(
            "Points: the sample weights of side must be 0 or more, found -1.0 for sample 1");
    assertThatThrownBy(
            () -> kernelAfter(samples().sampleWeights("sid", Nd4j.ones(4)).build(), Map.of()))
        .hasMessage(
            "Points has no output \"sid\" with a loss, for which there are sample weights. Did you"
                + " mean \"side\"?");
  }

  @Test
  void classWeightsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> kernelAfter(samples().build(), Map.of(2, 3.0)))
        .isInstanceOf(DataException.class)
        .hasMessage("Points.side: there is a class weight for class 2, but the classes are 0 to 1");
    assertThatThrownBy(() -> kernelAfter(samples().build(), Map.of(1, -1.0)))
        .hasMessage("Points.side: class weights must be 0 or more, found -1.0 for class 1");
  }
}
