package io.tenon.callback;

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

import io.tenon.network.Network;
import io.tenon.optimizer.ExponentialDecay;
import io.tenon.optimizer.Optimizer;
import io.tenon.training.History;
import io.tenon.training.NonFiniteLossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class CallbackTest {
  @TempDir Path folder;

  /** Puts a chosen value into the logs of each epoch, for callbacks after it to watch. */
  private static Callback valued(double... values) {
    return new LambdaCallback()
        .epochEnd(training -> training.log("loss", values[training.epoch() - 1]));
  }

  @Test
  void callbacksAreCalledInTheOrderOfATraining() {
    List<String> calls = new ArrayList<>();
    Callback recorder =
        new LambdaCallback()
            .trainBegin(training -> calls.add("begin " + training.names()))
            .epochBegin(training -> calls.add("epoch " + training.epoch()))
            .batchEnd(training -> calls.add("step " + training.step()))
            .epochEnd(training -> calls.add("epoch ends " + training.logs().keySet()))
            .trainEnd(training -> calls.add("end after " + training.totalSteps()));
    try (Network network = network(sgd())) {
      network.fit(
          samples(),
          fit -> options(fit, 2).batchSize(20).validationSplit(0.25).callbacks(recorder));
    }
    assertThat(calls)
        .containsExactly(
            "begin [loss, accuracy, val_loss, val_accuracy]",
            "epoch 1",
            "step 1",
            "step 2",
            "epoch ends [loss, accuracy, val_loss, val_accuracy]",
            "epoch 2",
            "step 1",
            "step 2",
            "epoch ends [loss, accuracy, val_loss, val_accuracy]",
            "end after 4");
  }

  @Test
  void stopsAfterPatienceAndRestoresTheBestWeights() {
    List<float[]> perEpoch = new ArrayList<>();
    EarlyStopping stopping = new EarlyStopping("loss").patience(2).restoreBestWeights(true);
    try (Network network = network(adam(0.01))) {
      Callback recorder = new LambdaCallback().epochEnd(training -> perEpoch.add(weights(network)));
      History history =
          fit(network, 10, valued(5, 4, 6, 4.5, 1, 1, 1, 1, 1, 1), recorder, stopping);
      assertThat(history.values("loss")).containsExactly(5.0, 4.0, 6.0, 4.5);
      assertThat(stopping.stoppedEpoch()).isEqualTo(4);
      assertThat(stopping.bestEpoch()).isEqualTo(2);
      assertThat(weights(network)).isEqualTo(perEpoch.get(1)).isNotEqualTo(perEpoch.get(3));
    }
  }

  @Test
  void aSmallImprovementDoesNotCount() {
    EarlyStopping stopping = new EarlyStopping("loss").minDelta(0.5).patience(1);
    try (Network network = network(sgd())) {
      fit(network, 5, valued(5, 4.6, 4, 4, 4), stopping);
    }
    assertThat(stopping.stoppedEpoch()).isEqualTo(2);
  }

  @Test
  void accuracyIsBetterWhenLarger() {
    EarlyStopping stopping = new EarlyStopping("accuracy").patience(1);
    double[] values = {0.1, 0.2, 0.3, 0.2, 0.2};
    Callback valued =
        new LambdaCallback()
            .epochEnd(training -> training.log("accuracy", values[training.epoch() - 1]));
    try (Network network = network(sgd())) {
      fit(network, 5, valued, stopping);
    }
    assertThat(stopping.bestEpoch()).isEqualTo(3);
    assertThat(stopping.stoppedEpoch()).isEqualTo(4);
  }

  @Test
  void anUnknownValueIsRefusedBeforeTheFirstStep() {
    try (Network network = network(sgd())) {
      float[] before = weights(network);
      assertThatThrownBy(() -> fit(network, 1, new EarlyStopping()))
          .hasMessage(
              "Sides: EarlyStopping watches \"val_loss\", which is not measured. Give"
                  + " validationData or a validationSplit");
      assertThatThrownBy(() -> fit(network, 1, new ReduceLROnPlateau("acuracy")))
          .hasMessageStartingWith(
              "Sides: ReduceLROnPlateau watches \"acuracy\", which is not measured.")
          .hasMessageContaining("accuracy");
      assertThatThrownBy(
              () -> fit(network, 1, new ModelCheckpoint(Path.of("a{val_los:.2f}.keras"))))
          .hasMessageStartingWith(
              "Sides: ModelCheckpoint's file a{val_los:.2f}.keras names \"val_los\", which is not"
                  + " measured.");
      assertThat(weights(network)).isEqualTo(before);
    }
  }

  @Test
  void theRateFallsOnAPlateauButNotBelowTheLeast() {
    ReduceLROnPlateau plateau =
        new ReduceLROnPlateau("loss").factor(0.5).patience(2).cooldown(1).minLearningRate(0.3);
    try (Network network = network(sgd(1))) {
      History history = fit(network, 8, valued(5, 5, 5, 5, 5, 5, 5, 5), plateau);
      assertThat(history.values("learning_rate"))
          .containsExactly(1.0, 1.0, 1.0, 0.5, 0.5, 0.3, 0.3, 0.3);
    }
  }

  @Test
  void aRateThatAScheduleSetsIsNotForACallback() {
    Optimizer scheduled = sgd().withLearningRate(new ExponentialDecay(0.1, 10, 0.5, false));
    try (Network network = network(scheduled)) {
      assertThatThrownBy(() -> fit(network, 1, new ReduceLROnPlateau("loss")))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith("the learning rate follows ExponentialDecay");
    }
  }

  @Test
  void theRateOfEachEpochIsScheduled() {
    try (Network network = network(sgd(1))) {
      History history =
          fit(network, 3, new LearningRateScheduler((epoch, rate) -> epoch == 1 ? rate : rate / 2));
      assertThat(history.values("learning_rate")).containsExactly(1.0, 0.5, 0.25);
    }
  }

  @Test
  void writesACsvFileAndAppendsToIt() throws IOException {
    Path file = folder.resolve("logs/training.csv");
    try (Network network = network(sgd())) {
      Callback values =
          new LambdaCallback()
              .epochEnd(
                  training -> {
                    training.log("loss", 2.5);
                    training.log("accuracy", 0.5);
                  });
      fit(network, 2, values, new CSVLogger(file));
      fit(network, 1, values, new CSVLogger(file).append(true));
    }
    assertThat(file).content().isEqualTo("epoch,accuracy,loss\n0,0.5,2.5\n1,0.5,2.5\n0,0.5,2.5\n");
  }

  @Test
  void endsQuietlyOnNaNIfAskedTo() {
    try (Network network = network(sgd())) {
      network.layer("y").setWeights(Nd4j.valueArrayOf(4, 1, Float.NaN), Nd4j.zeros(1));
      assertThat(fit(network, 3, new TerminateOnNaN()).size()).isZero();
      assertThatThrownBy(() -> fit(network, 3)).isInstanceOf(NonFiniteLossException.class);
    }
  }

  @Test
  void savesTheBestUnderAPattern() throws IOException {
    ModelCheckpoint checkpoint =
        new ModelCheckpoint(folder.resolve("sides.{epoch:02d}-{loss:.1f}.keras"))
            .monitor("loss")
            .saveBestOnly(true);
    try (Network network = network(sgd())) {
      fit(network, 4, valued(3, 4, 2.25, 5), checkpoint);
    }
    assertThat(names()).containsExactly("sides.01-3.0.keras", "sides.03-2.3.keras");
    try (Network loaded = Network.load(checkpoint.lastFile().orElseThrow(), graph())) {
      assertThat(loaded.graph().name()).isEqualTo("Sides");
    }
  }

  @Test
  void savesEverySoManySteps() throws IOException {
    try (Network network = network(sgd())) {
      ModelCheckpoint checkpoint =
          new ModelCheckpoint(folder.resolve("{epoch}.keras")).saveEverySteps(4);
      fit(network, 2, checkpoint);
    }
    assertThat(names()).containsExactly("1.keras", "2.keras");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void anInterruptEndsTheTrainingAfterItsStep() {
    Callback interrupter =
        new LambdaCallback()
            .batchEnd(
                training -> {
                  if (training.totalSteps() == 7) {
                    Thread.currentThread().interrupt();
                  }
                });
    long[] steps = new long[1];
    Callback counter = new LambdaCallback().trainEnd(training -> steps[0] = training.totalSteps());
    try (Network network = network(sgd())) {
      History history = fit(network, 5, interrupter, counter);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(history.size()).isEqualTo(1);
      assertThat(steps[0]).isEqualTo(7);
    }
  }
}
