package io.tenon.callback;

import static io.tenon.callback.SideTraining.network;
import static io.tenon.callback.SideTraining.options;
import static io.tenon.callback.SideTraining.samples;
import static io.tenon.callback.SideTraining.weights;
import static io.tenon.optimizer.Optimizers.adam;
import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.network.Network;
import io.tenon.training.History;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that begin with a later epoch, or validate every few epochs. */
class EpochNumbersTest {
  @TempDir Path folder;

  @Test
  void aSecondTrainingGoesOnWithTheNumbersOfTheFirst() {
    List<Integer> seen = new ArrayList<>();
    try (Network whole = network(adam(0.01));
        Network parts = network(adam(0.01))) {
      whole.fit(samples(), fit -> options(fit, 5));
      parts.fit(samples(), fit -> options(fit, 2));
      Callback recorder = new LambdaCallback().epochBegin(training -> seen.add(training.epoch()));
      History later =
          parts.fit(samples(), fit -> options(fit, 5).initialEpoch(2).callbacks(recorder));
      assertThat(seen).containsExactly(3, 4, 5);
      assertThat(later.size()).isEqualTo(3);
      assertThat(later.firstEpoch()).isEqualTo(3);
      assertThat(weights(parts)).isEqualTo(weights(whole));
    }
  }

  @Test
  void thereIsNothingToDoAfterTheLastEpoch() {
    try (Network network = network(sgd())) {
      float[] before = weights(network);
      assertThat(network.fit(samples(), fit -> options(fit, 2).initialEpoch(2)).size()).isZero();
      assertThat(weights(network)).isEqualTo(before);
    }
  }

  @Test
  void goesOnFromABackupWithinLaterEpochs() {
    Callback crash =
        new LambdaCallback()
            .epochEnd(
                training -> {
                  if (training.epoch() == 4) {
                    throw new IllegalStateException("crash");
                  }
                });
    float[] expected;
    try (Network network = network(adam(0.01))) {
      network.fit(samples(), fit -> options(fit, 6).initialEpoch(2));
      expected = weights(network);
    }
    try (Network network = network(adam(0.01))) {
      assertThatThrownBy(
              () ->
                  network.fit(
                      samples(),
                      fit ->
                          options(fit, 6)
                              .initialEpoch(2)
                              .callbacks(crash, new BackupAndRestore(folder))))
          .hasMessage("crash");
    }
    try (Network network = network(adam(0.01))) {
      History history =
          network.fit(
              samples(),
              fit -> options(fit, 6).initialEpoch(2).callbacks(new BackupAndRestore(folder)));
      assertThat(history.firstEpoch()).isEqualTo(3);
      assertThat(history.size()).isEqualTo(4);
      assertThat(weights(network)).isEqualTo(expected);
    }
  }

  @Test
  void validatesEveryFewEpochs() throws IOException {
    Path log = folder.resolve("log.csv");
    EarlyStopping stopping = new EarlyStopping("val_loss").patience(1);
    Callback worse =
        new LambdaCallback()
            .epochEnd(
                training -> {
                  if (training.logs().containsKey("val_loss")) {
                    training.log("val_loss", training.epoch());
                  }
                });
    try (Network network = network(sgd())) {
      History history =
          network.fit(
              samples(),
              fit ->
                  options(fit, 9)
                      .validationSplit(0.2)
                      .validationFreq(2)
                      .callbacks(
                          worse,
                          stopping,
                          new ReduceLROnPlateau("val_loss"),
                          new CSVLogger(log),
                          new ModelCheckpoint(folder.resolve("best.keras")).saveBestOnly(true)));
      assertThat(history.values("val_loss")).containsExactly(Double.NaN, 2.0, Double.NaN, 4.0);
      assertThat(history.last("val_loss")).isEqualTo(4);
      assertThat(stopping.bestEpoch()).isEqualTo(2);
      assertThat(stopping.stoppedEpoch()).isEqualTo(4);
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(lines.get(0)).isEqualTo("epoch,accuracy,learning_rate,loss,val_accuracy,val_loss");
    assertThat(lines.get(1)).startsWith("0,").endsWith(",NA,NA");
    assertThat(lines.get(2)).startsWith("1,").endsWith(",2.0");
    assertThat(folder.resolve("best.keras")).exists();
  }
}
