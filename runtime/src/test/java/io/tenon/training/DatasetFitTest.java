package io.tenon.training;

import static io.tenon.ActivationFunction.TANH;
import static io.tenon.optimizer.Optimizers.adam;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.Loss;
import io.tenon.callback.BackupAndRestore;
import io.tenon.callback.LambdaCallback;
import io.tenon.data.DataException;
import io.tenon.data.Dataset;
import io.tenon.data.Samples;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class DatasetFitTest {
  private static final int COUNT = 22;

  @TempDir Path folder;

  private static Network network(long seed) {
    Graph graph =
        Graph.builder("Line")
            .input("x", "1")
            .layer("hidden", Layers.dense(3).activation(TANH), "x")
            .layer("y", Layers.dense(1), "hidden")
            .output("y", Loss.MEAN_SQUARED_ERROR)
            .build();
    return Network.builder(graph).optimizer(adam(0.01)).seed(seed).build();
  }

  private static Samples samples() {
    return Samples.builder()
        .input("x", Nd4j.linspace(0, 1, COUNT).reshape(COUNT, 1))
        .label("y", Nd4j.linspace(1, 3, COUNT).reshape(COUNT, 1))
        .build();
  }

  private static Dataset<Samples> batches(int size) {
    return Dataset.of(samples()).batch(size, Samples::concatenate);
  }

  private static float[] weights(Network network) {
    return network.layer("hidden").weight("kernel").data().asFloat();
  }

  @Test
  void batchesOfADatasetTrainAsTheArraysThemselves() {
    try (Network one = network(1);
        Network other = network(1)) {
      History arrays =
          one.fit(
              samples(),
              fit -> fit.epochs(3).batchSize(5).shuffle(false).verbose(Verbosity.SILENT));
      History dataset = other.fit(batches(5), fit -> fit.epochs(3).verbose(Verbosity.SILENT));
      assertThat(dataset.values("loss")).isEqualTo(arrays.values("loss"));
      assertThat(weights(other)).isEqualTo(weights(one));
    }
  }

  @Test
  void anEpochMayEndAfterSoManyStepsAndGoesOnThere() {
    List<String> seen = new ArrayList<>();
    Dataset<Samples> endless =
        Dataset.generate(
            () ->
                Stream.iterate(0, i -> i + 1)
                    .map(
                        i -> {
                          seen.add(Integer.toString(i));
                          return samples().range(i % COUNT, i % COUNT + 1);
                        })
                    .iterator());
    try (Network network = network(1)) {
      History history =
          network.fit(
              endless,
              fit ->
                  fit.epochs(2)
                      .stepsPerEpoch(3)
                      .validationData(samples())
                      .verbose(Verbosity.SILENT)
                      .callbacks(
                          new LambdaCallback()
                              .epochEnd(training -> seen.add("end " + training.epoch()))));
      assertThat(history.names()).containsExactly("loss", "val_loss");
    }
    assertThat(seen).containsExactly("0", "1", "2", "end 1", "3", "4", "5", "end 2");
  }

  @Test
  void aTrainingOnShuffledBatchesGoesOnAfterACrashAsIfThereWereNone() {
    Dataset<Samples> shuffled =
        Dataset.of(samples()).shuffle(10, 5).batch(4, Samples::concatenate).prefetch(2);
    for (int stepsPerEpoch : new int[] {0, 4}) {
      float[] expected;
      try (Network network = network(1)) {
        network.fit(shuffled, fit -> options(fit, stepsPerEpoch));
        expected = weights(network);
      }
      int steps = 3 * (stepsPerEpoch == 0 ? 6 : stepsPerEpoch);
      for (int crash = 1; crash <= steps; crash++) {
        Path backup = folder.resolve(stepsPerEpoch + "-" + crash);
        int at = crash;
        try (Network network = network(1)) {
          assertThatThrownBy(
                  () ->
                      network.fit(
                          shuffled,
                          fit ->
                              options(fit, stepsPerEpoch)
                                  .callbacks(
                                      new BackupAndRestore(backup).saveEverySteps(1),
                                      new LambdaCallback()
                                          .batchEnd(
                                              training -> {
                                                if (training.totalSteps() == at) {
                                                  throw new UnsupportedOperationException();
                                                }
                                              }))))
              .isInstanceOf(UnsupportedOperationException.class);
        }
        // Before the first step is kept, there is nothing but the seed to go on with.
        try (Network network = network(at == 1 ? 1 : 2)) {
          network.fit(
              shuffled,
              fit ->
                  options(fit, stepsPerEpoch)
                      .callbacks(new BackupAndRestore(backup).saveEverySteps(1)));
          assertThat(weights(network)).as("crash after step %d", at).isEqualTo(expected);
        }
      }
    }
  }

  private static FitOptions options(FitOptions fit, int stepsPerEpoch) {
    fit.epochs(3).verbose(Verbosity.SILENT);
    return stepsPerEpoch == 0 ? fit : fit.stepsPerEpoch(stepsPerEpoch);
  }

  @Test
  void whatCannotBeTrainedOnIsRefused() {
    try (Network network = network(1)) {
      float[] before = weights(network);
      assertThatThrownBy(() -> network.fit(batches(5), fit -> fit.validationSplit(0.1)))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Line: a dataset cannot be split, since its size is not known; give validationData"
                  + " in place of validationSplit");
      assertThatThrownBy(() -> network.fit(batches(5).take(0), fit -> {}))
          .isInstanceOf(DataException.class)
          .hasMessage("Line: the dataset gave no batches");
      Samples wrong =
          Samples.builder().input("x", Nd4j.ones(2, 4)).label("y", Nd4j.ones(2, 1)).build();
      assertThatThrownBy(() -> network.fit(Dataset.of(List.of(wrong)), fit -> {}))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("Line.x: expected (samples, 1), found (2, 4)");
      assertThat(weights(network)).isEqualTo(before);
    }
  }
}
