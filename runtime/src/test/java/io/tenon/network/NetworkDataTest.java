package io.tenon.network;

import static io.tenon.ActivationFunction.TANH;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.globalAveragePooling1D;
import static io.tenon.optimizer.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tenon.Loss;
import io.tenon.callback.LambdaCallback;
import io.tenon.data.DataException;
import io.tenon.data.Dataset;
import io.tenon.data.JavaArrays;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.training.FitOptions;
import io.tenon.training.History;
import io.tenon.training.Verbosity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

/** All that a network can be trained, measured and asked with. */
class NetworkDataTest {
  private static final int COUNT = 24;

  private static Network network() {
    Graph graph =
        Graph.builder("Line")
            .input("x", "1")
            .layer("hidden", dense(3).activation(TANH), "x")
            .layer("y", dense(1), "hidden")
            .output("y", Loss.MEAN_SQUARED_ERROR)
            .build();
    return Network.builder(graph).optimizer(adam(0.01)).seed(1).build();
  }

  private static Samples samples() {
    float[][] x = new float[COUNT][1];
    double[] y = new double[COUNT];
    for (int i = 0; i < COUNT; i++) {
      x[i][0] = i / (float) COUNT;
      y[i] = 1 + 2 * x[i][0];
    }
    return Samples.builder().input("x", x).label("y", y).build();
  }

  private static List<Samples> batches(int size) {
    Samples all = samples();
    return IntStream.range(0, COUNT / size)
        .mapToObj(i -> all.range(i * size, (i + 1) * size))
        .toList();
  }

  private static FitOptions silent(FitOptions fit, int epochs) {
    return fit.epochs(epochs).shuffle(false).verbose(Verbosity.SILENT);
  }

  private static float[] weights(Network network) {
    return network.layer("hidden").weight("kernel").dup('c').data().asFloat();
  }

  @Test
  void arraysListsStreamsAndDatasetsOfTheSameBatchesTrainAlike() {
    List<float[]> found = new ArrayList<>();
    try (Network network = network()) {
      network.fit(samples(), fit -> silent(fit, 3).batchSize(6));
      found.add(weights(network));
    }
    try (Network network = network()) {
      network.fit(batches(6), fit -> silent(fit, 3));
      found.add(weights(network));
    }
    try (Network network = network()) {
      Stream<Samples> endless = Stream.iterate(0, i -> i + 1).map(i -> batches(6).get(i % 4));
      network.fit(endless, fit -> silent(fit, 3).stepsPerEpoch(4));
      found.add(weights(network));
    }
    try (Network network = network()) {
      network.fit(Dataset.of(batches(6)).prefetch(2), fit -> silent(fit, 3));
      found.add(weights(network));
    }
    assertThat(found).allSatisfy(weights -> assertThat(weights).isEqualTo(found.get(0)));
  }

  @Test
  void aStreamIsReadOnce() {
    try (Network network = network()) {
      assertThatThrownBy(() -> network.fit(batches(6).stream(), fit -> silent(fit, 2)))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "a stream can be read once, and it has ended or was read before; set stepsPerEpoch so"
                  + " that it lasts for all epochs, or give a Dataset or Iterable, which begins"
                  + " anew");
    }
  }

  @Test
  void batchesAreMeasuredAndPredictedAsTheSamplesInThem() {
    try (Network network = network()) {
      double expected = network.evaluate(samples()).get("loss");
      assertThat(network.evaluate(batches(8)).get("loss")).isCloseTo(expected, within(1e-6));
      assertThat(network.evaluate(Dataset.of(samples()).batch(5, Samples::concatenate)).get("loss"))
          .isCloseTo(expected, within(1e-6));
      INDArray whole = network.predict(samples().inputs()).get("y");
      assertThat(network.predict(batches(8)).get("y").shape()).containsExactly(COUNT, 1);
      assertThat(network.predict(batches(8)).get("y").equalsWithEps(whole, 1e-6)).isTrue();
      assertThat(network.predictOnBatch(samples().inputs()).get("y").equalsWithEps(whole, 1e-6))
          .isTrue();
      assertThatThrownBy(() -> network.predict(List.<Samples>of()))
          .hasMessage("Line: there are no batches to predict");
    }
  }

  @Test
  void batchesToValidateWithMeasureAsSamples() {
    List<History> found = new ArrayList<>();
    try (Network network = network()) {
      found.add(network.fit(samples(), fit -> silent(fit, 2).validationData(samples())));
    }
    try (Network network = network()) {
      found.add(network.fit(samples(), fit -> silent(fit, 2).validationData(batches(6))));
    }
    assertThat(found.get(1).last("val_loss"))
        .isCloseTo(found.get(0).last("val_loss"), within(1e-6));
    try (Network network = network()) {
      History some =
          network.fit(
              samples(), fit -> silent(fit, 1).validationData(batches(6)).validationSteps(1));
      assertThat(some.last("val_loss")).isNotCloseTo(found.get(0).last("val_loss"), within(1e-4));
    }
  }

  @Test
  void batchesOfDifferentLengthsHaveAPlanEach() {
    Graph graph =
        Graph.builder("Lengths")
            .input("x", "time 2")
            .layer("mean", globalAveragePooling1D(), "x")
            .layer("y", dense(1), "mean")
            .output("y", Loss.MEAN_SQUARED_ERROR)
            .build();
    List<Samples> batches =
        IntStream.rangeClosed(1, 12)
            .mapToObj(
                time ->
                    Samples.builder()
                        .input("x", new float[4][time][2])
                        .label("y", new float[] {1, 1, 1, 1})
                        .build())
            .toList();
    try (Network network = Network.builder(graph).seed(1).build()) {
      History history = network.fit(batches, fit -> silent(fit, 2).validationData(batches));
      assertThat(history.last("val_loss")).isLessThan(1);
      assertThat(network.predict(batches).get("y").shape()).containsExactly(48, 1);
    }
  }

  @Test
  void anotherThreadEndsATrainingAfterItsStep() throws Exception {
    try (Network network = network()) {
      CountDownLatch begun = new CountDownLatch(1);
      Thread other =
          new Thread(
              () -> {
                try {
                  begun.await();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
                network.stopTraining();
              });
      other.start();
      History history =
          network.fit(
              samples(),
              fit ->
                  silent(fit, Integer.MAX_VALUE)
                      .callbacks(new LambdaCallback().epochEnd(training -> begun.countDown())));
      other.join();
      assertThat(history.size()).isPositive();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
      assertThat(network.evaluate(samples()).get("loss")).isFinite();
      assertThat(network.fit(samples(), fit -> silent(fit, 2)).size()).isEqualTo(2);
    }
  }

  @Test
  void anInterruptEndsATrainingThatWaitsForData() throws Exception {
    try (Network network = network()) {
      CountDownLatch waiting = new CountDownLatch(1);
      Dataset<Samples> slow =
          Dataset.generate(
                  () ->
                      Stream.iterate(0, i -> i + 1)
                          .map(
                              i -> {
                                if (i == 3) {
                                  waiting.countDown();
                                  sleep();
                                }
                                return batches(6).get(i % 4);
                              })
                          .iterator())
              .prefetch(1);
      List<History> histories = new ArrayList<>();
      Thread training =
          new Thread(
              () -> histories.add(network.fit(slow, fit -> silent(fit, 1).stepsPerEpoch(100))));
      training.start();
      waiting.await();
      Thread.sleep(100);
      training.interrupt();
      training.join(20_000);
      assertThat(histories).hasSize(1);
      assertThat(network.evaluate(samples()).get("loss")).isFinite();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(60_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void callbacksPredictAndMeasure() {
    List<Double> seen = new ArrayList<>();
    try (Network network = network()) {
      History history =
          network.fit(
              samples(),
              fit ->
                  silent(fit, 2)
                      .validationData(samples())
                      .callbacks(
                          new LambdaCallback()
                              .epochEnd(
                                  training -> {
                                    seen.add(training.evaluate(samples()).get("loss"));
                                    assertThat(
                                            training.predict(samples().inputs()).get("y").shape())
                                        .containsExactly(COUNT, 1);
                                  })));
      for (int i = 0; i < 2; i++) {
        assertThat(seen.get(i)).isCloseTo(history.values("val_loss").get(i), within(1e-6));
      }
    }
  }

  @Test
  void javaArraysKeepTheirShape() {
    assertThat(JavaArrays.of(new float[][][] {{{1, 2}, {3, 4}}}).shape()).containsExactly(1, 2, 2);
    assertThat(JavaArrays.of(new double[][] {{1, 2}, {3, 4}}).toFloatMatrix())
        .isDeepEqualTo(new float[][] {{1, 2}, {3, 4}});
    assertThat(JavaArrays.of(new int[] {3, 4}).toIntVector()).containsExactly(3, 4);
    assertThat(JavaArrays.of(new float[0][5]).size(0)).isZero();
    assertThatThrownBy(() -> JavaArrays.of(new float[][] {{1, 2}, {3}}))
        .isInstanceOf(DataException.class)
        .hasMessage("the array at [1] has 1 elements, but the first one 2; all need as many");
    assertThatThrownBy(() -> Samples.builder().input("x", "text"))
        .hasMessage("x: expected an array of floats, doubles or ints, found String");
  }
}
