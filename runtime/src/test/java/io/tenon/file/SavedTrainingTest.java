package io.tenon.file;

import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.dropout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.ActivationFunction;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import io.tenon.optimizer.CosineDecay;
import io.tenon.optimizer.ExponentialDecay;
import io.tenon.optimizer.Optimizer;
import io.tenon.optimizer.Optimizers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Three steps, saving, loading and three more are six, bit for bit. */
class SavedTrainingTest {
  @TempDir private Path folder;

  private static final Samples BATCH = samples(16);

  private static Samples samples(int count) {
    Nd4j.getRandom().setSeed(5);
    INDArray x = Nd4j.rand(DataType.FLOAT, count, 6);
    return Samples.builder()
        .input("x", x)
        .label("y", x.sum(true, 1).castTo(DataType.FLOAT))
        .label("z", x.mean(true, 1).gt(0.5).castTo(DataType.FLOAT))
        .build();
  }

  private static Graph graph(double rate) {
    return Graph.builder("Two")
        .input("x", "6")
        .layer("hidden", dense(5).activation(ActivationFunction.TANH), "x")
        .layer("dropped", dropout(rate), "hidden")
        .layer("y", dense(1), "dropped")
        .layer("z", dense(1).activation(ActivationFunction.SIGMOID), "dropped")
        .output("y", Loss.MEAN_SQUARED_ERROR, Metric.MEAN_ABSOLUTE_ERROR)
        .output("z", Loss.BINARY_CROSSENTROPY, 0.5, Metric.ACCURACY)
        .build();
  }

  static Stream<Arguments> optimizers() {
    return Stream.of(
            Optimizers.sgd(0.1),
            Optimizers.sgd(0.1, 0.9),
            Optimizers.rmsprop().withMomentum(0.5).withCentered(true),
            Optimizers.adam(0.01),
            Optimizers.adam(0.003).withAmsgrad(true).withGlobalClipNorm(1),
            Optimizers.adamW(0.01),
            Optimizers.adamax(0.01),
            Optimizers.nadam(0.01),
            Optimizers.adagrad(0.1),
            Optimizers.adadelta(1),
            Optimizers.ftrl(0.1),
            Optimizers.lion(0.001),
            Optimizers.adam().withLearningRate(new ExponentialDecay(0.1, 2, 0.5, false)),
            Optimizers.nadam().withLearningRate(new CosineDecay(0.1, 5)),
            Optimizers.adam(0.01).withMovingAverage(0.9, 2))
        .flatMap(optimizer -> Stream.of(".keras", ".h5").map(end -> Arguments.of(optimizer, end)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("optimizers")
  void threeAndThreeAreSix(Optimizer optimizer, String end) {
    Path file = folder.resolve("model" + end);
    try (Network network = Network.builder(graph(0)).optimizer(optimizer).seed(4).build()) {
      train(network, 3);
      network.save(file);
      train(network, 3);

      try (Network loaded = Network.load(file)) {
        train(loaded, 3);
        assertSame(loaded, network);
        assertThat(loaded.testOnBatch(BATCH)).isEqualTo(network.testOnBatch(BATCH));
      }
    }
  }

  /** Random draws go on too, as the seed and the number of steps are kept. */
  @Test
  void epochsWithDropoutGoOn() {
    Path file = folder.resolve("model.keras");
    try (Network network = Network.builder(graph(0.5)).seed(4).build()) {
      fit(network, 2);
      network.save(file);
      fit(network, 2);

      try (Network loaded = Network.load(file)) {
        fit(loaded, 2);
        assertSame(loaded, network);
      }
    }
  }

  @Test
  void stepsWithDropoutGoOn() {
    Path file = folder.resolve("model.keras");
    try (Network network = Network.builder(graph(0.5)).seed(4).build()) {
      train(network, 3);
      network.save(file);
      train(network, 3);

      try (Network loaded = Network.load(file, graph(0.5))) {
        train(loaded, 3);
        assertSame(loaded, network);
      }
    }
  }

  @Test
  void aModelThatWasSavedBeforeItsFirstStepBeginsThere() {
    Path file = folder.resolve("model.h5");
    try (Network network =
        Network.builder(graph(0)).optimizer(Optimizers.adam(0.02)).seed(4).build()) {
      network.save(file);
      train(network, 2);

      try (Network loaded = Network.load(file)) {
        train(loaded, 2);
        assertSame(loaded, network);
      }
    }
  }

  @Test
  void whatIsNotCompiledOnlyPredicts() {
    Path file = folder.resolve("model.keras");
    try (Network network = Network.builder(graph(0)).seed(4).build()) {
      network.save(file);
    }

    try (Network loaded = Network.load(file, load -> load.compile(false))) {
      assertThat(loaded.predict(Nd4j.ones(2, 6))).hasSize(2);
    }
  }

  @Test
  void aRateThatWasLoweredStaysLow() {
    Path file = folder.resolve("model.keras");
    try (Network network =
        Network.builder(graph(0)).optimizer(Optimizers.sgd(0.1)).seed(4).build()) {
      network.fit(
          BATCH,
          fit ->
              fit.callbacks(
                  new io.tenon.callback.LearningRateScheduler((epoch, rate) -> rate / 10)));
      network.save(file);
      network.fit(BATCH, fit -> fit.epochs(1));

      try (Network loaded = Network.load(file)) {
        loaded.fit(BATCH, fit -> fit.epochs(1));
        List<INDArray> expected = network.layer("hidden").weights();
        for (int i = 0; i < expected.size(); i++) {
          assertThat(loaded.layer("hidden").weights().get(i).data().asFloat())
              .containsExactly(expected.get(i).data().asFloat(), within(0f));
        }
      }
    }
  }

  private static void train(Network network, int steps) {
    for (int i = 0; i < steps; i++) {
      network.trainOnBatch(BATCH);
    }
  }

  private static void fit(Network network, int epochs) {
    network.fit(BATCH, fit -> fit.epochs(epochs).batchSize(6));
  }

  private static void assertSame(Network one, Network other) {
    for (String layer : List.of("hidden", "y", "z")) {
      for (int i = 0; i < 2; i++) {
        assertThat(one.layer(layer).weights().get(i).data().asFloat())
            .as(layer)
            .isEqualTo(other.layer(layer).weights().get(i).data().asFloat());
      }
    }
  }
}
