package io.tenon.callback;

import static io.tenon.ActivationFunction.SIGMOID;
import static io.tenon.ActivationFunction.TANH;
import static io.tenon.callback.SideTraining.BATCH;
import static io.tenon.callback.SideTraining.COUNT;
import static io.tenon.callback.SideTraining.fit;
import static io.tenon.callback.SideTraining.graph;
import static io.tenon.callback.SideTraining.network;
import static io.tenon.callback.SideTraining.options;
import static io.tenon.callback.SideTraining.samples;
import static io.tenon.callback.SideTraining.weights;
import static io.tenon.optimizer.Optimizers.adam;
import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.dsl.Layers;
import io.tenon.file.ModelFileException;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import io.tenon.training.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of a training that ended before its end, and how it goes on. */
class BackupTest {
  @TempDir Path folder;

  private static final class Crash extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Crashes after a step, or after an epoch, and after all other callbacks. */
  private record CrashAt(long step, int epoch) implements Callback {
    @Override
    public boolean isLast() {
      return true;
    }

    @Override
    public void onBatchEnd(Training training) {
      if (training.totalSteps() == step) {
        throw new Crash();
      }
    }

    @Override
    public void onEpochEnd(Training training) {
      if (training.epoch() == epoch) {
        throw new Crash();
      }
    }
  }

  private static Callback crashAt(long step) {
    return new CrashAt(step, 0);
  }

  @Test
  void aTrainingThatCrashedAnywhereEndsWithTheWeightsOfOneThatDidNot() {
    int epochs = 3;
    float[] expected;
    try (Network network = network(adam(0.01).withMovingAverage(0.9))) {
      fit(network, epochs);
      expected = weights(network);
    }
    for (int every : new int[] {1, 3}) {
      for (int crash = 1; crash <= epochs * COUNT / BATCH; crash++) {
        Path backup = folder.resolve(every + "-" + crash);
        try (Network network = network(adam(0.01).withMovingAverage(0.9))) {
          int at = crash;
          assertThatThrownBy(
                  () ->
                      fit(
                          network,
                          epochs,
                          new BackupAndRestore(backup).saveEverySteps(every),
                          crashAt(at)))
              .isInstanceOf(Crash.class);
        }
        // Another seed, another first epoch: all that counts comes from the backup.
        try (Network network =
            Network.builder(graph())
                .optimizer(adam(0.01).withMovingAverage(0.9))
                .seed(crash < every && crash < COUNT / BATCH ? 3 : 99)
                .build()) {
          fit(network, epochs, new BackupAndRestore(backup).saveEverySteps(every));
          assertThat(weights(network)).as("crash at step %d", crash).isEqualTo(expected);
        }
        assertThat(backup.resolve("training.backup")).doesNotExist();
      }
    }
  }

  private static Network random(long seed) {
    Graph graph =
        Graph.builder("Random")
            .input("x", "2")
            .layer("hidden", Layers.dense(6).activation(TANH), "x")
            .layer("dropped", Layers.dropout(0.3), "hidden")
            .layer("noisy", Layers.gaussianNoise(0.1), "dropped")
            .layer("y", Layers.dense(1).activation(SIGMOID), "noisy")
            .output("y", Loss.BINARY_CROSSENTROPY, Metric.ACCURACY)
            .build();
    return Network.builder(graph).optimizer(sgd(0.5, 0.9)).seed(seed).build();
  }

  /** Callbacks whose memory changes what a training comes to. */
  private static List<Callback> remembering(Callback... more) {
    List<Callback> callbacks = new ArrayList<>(List.of(more));
    callbacks.add(new LearningRateScheduler((epoch, rate) -> rate * 0.9));
    callbacks.add(new ReduceLROnPlateau().factor(0.5).patience(1).minDelta(0.02));
    callbacks.add(new EarlyStopping().patience(3).restoreBestWeights(true));
    return callbacks;
  }

  private static History train(Network network, List<Callback> callbacks) {
    return network.fit(samples(), fit -> options(fit, 9).validationSplit(0.2).callbacks(callbacks));
  }

  @Test
  void randomDrawsRatesAndTheBestWeightsOutliveACrashAnywhere() {
    float[] expected;
    History whole;
    try (Network network = random(3)) {
      whole = train(network, remembering());
      expected = kernel(network);
    }
    assertThat(whole.values("learning_rate").get(1)).isLessThan(0.45);
    int steps = whole.size() * 4;
    for (int crash = 1; crash <= steps + whole.size(); crash++) {
      Callback crashing = crash <= steps ? crashAt(crash) : new CrashAt(0, crash - steps);
      Path backup = folder.resolve("all" + crash);
      try (Network network = random(3)) {
        assertThatThrownBy(
                () ->
                    train(
                        network,
                        remembering(new BackupAndRestore(backup).saveEverySteps(1), crashing)))
            .isInstanceOf(Crash.class);
      }
      try (Network network = random(99)) {
        History history =
            train(network, remembering(new BackupAndRestore(backup).saveEverySteps(1)));
        assertThat(kernel(network)).as("crash %d", crash).isEqualTo(expected);
        assertThat(history.values("val_loss")).isEqualTo(whole.values("val_loss"));
        assertThat(history.values("learning_rate")).isEqualTo(whole.values("learning_rate"));
      }
    }
  }

  private static float[] kernel(Network network) {
    return network.layer("hidden").weight("kernel").dup('c').data().asFloat();
  }

  @Test
  void aTrainingThatWasCancelledKeepsItsBackup() {
    float[] expected;
    try (Network network = random(3)) {
      train(network, List.of());
      expected = kernel(network);
    }
    try (Network network = random(3)) {
      Callback cancel =
          new LambdaCallback()
              .batchEnd(
                  training -> {
                    if (training.totalSteps() == 14) {
                      network.stopTraining();
                    }
                  });
      History history =
          train(network, List.of(new BackupAndRestore(folder).saveEverySteps(1), cancel));
      assertThat(history.size()).isEqualTo(3);
      assertThat(folder.resolve("training.backup")).exists();
    }
    try (Network network = random(99)) {
      History history = train(network, List.of(new BackupAndRestore(folder)));
      assertThat(kernel(network)).isEqualTo(expected);
      assertThat(history.size()).isEqualTo(9);
    }
  }

  @Test
  void aLogGoesOnAfterACrash() throws IOException {
    Path log = folder.resolve("log.csv");
    try (Network network = random(3)) {
      assertThatThrownBy(
              () ->
                  train(
                      network,
                      List.of(new CSVLogger(log), new BackupAndRestore(folder), new CrashAt(0, 2))))
          .isInstanceOf(Crash.class);
    }
    try (Network network = random(3)) {
      train(network, List.of(new CSVLogger(log), new BackupAndRestore(folder)));
    }
    assertThat(Files.readAllLines(log)).hasSize(10).element(9).asString().startsWith("8,");
  }

  @Test
  void aBackupThatIsDamagedOrAnothersIsRefused() throws IOException {
    Path file = folder.resolve("training.backup");
    try (Network network = network(adam())) {
      assertThatThrownBy(() -> fit(network, 2, new BackupAndRestore(folder), crashAt(8)))
          .isInstanceOf(Crash.class);
    }
    byte[] whole = Files.readAllBytes(file);
    for (int length : new int[] {0, 3, 50, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused(file + " is damaged; delete it to begin anew");
    }
    byte[] flipped = whole.clone();
    flipped[whole.length - 20] ^= 1;
    Files.write(file, flipped);
    assertRefused(file + " is damaged; delete it to begin anew");
    Files.write(file, whole);
    Graph other =
        Graph.builder("Other")
            .input("x", "2")
            .layer("y", Layers.dense(1).activation(SIGMOID), "x")
            .output("y", Loss.BINARY_CROSSENTROPY)
            .build();
    try (Network network = Network.builder(other).build()) {
      assertThatThrownBy(() -> fit(network, 1, new BackupAndRestore(folder)))
          .isInstanceOf(ModelFileException.class)
          .hasMessage(
              file
                  + " is a checkpoint of another Sides than the Other to be trained; delete it to"
                  + " begin anew");
    }
  }

  @Test
  void whatAKilledProcessLeftHalfWrittenIsCleared() throws IOException {
    Path part = Files.writeString(folder.resolve(".training.backup123.part"), "half");
    Path other = Files.writeString(folder.resolve("other.part"), "mine");
    try (Network network = network(adam())) {
      fit(network, 1, new BackupAndRestore(folder));
    }
    assertThat(part).doesNotExist();
    assertThat(other).exists();
  }

  private void assertRefused(String message) {
    try (Network network = network(adam())) {
      float[] before = weights(network);
      assertThatThrownBy(() -> fit(network, 2, new BackupAndRestore(folder)))
          .isInstanceOf(ModelFileException.class)
          .hasMessage(message);
      assertThat(weights(network)).isEqualTo(before);
    }
  }
}
