package io.tenon.training;

import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.lstm;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tenon.DataType;
import io.tenon.Loss;
import io.tenon.data.DataException;
import io.tenon.data.Dataset;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

/** A model whose input fixes the size of batches, as one with a stateful layer does. */
final class FixedBatchTest {
  private static final Graph GRAPH =
      Graph.builder("Stateful")
          .input("steps", "time 3", DataType.FLOAT32, 4)
          .layer("memory", lstm(4).stateful(true), "steps")
          .layer("next", dense(1), "memory")
          .output("next", Loss.MEAN_SQUARED_ERROR)
          .build();

  private static Samples samples(int count) {
    return Samples.builder()
        .input("steps", Nd4j.rand(count, 5, 3).castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT))
        .label("next", Nd4j.rand(count, 1).castTo(org.nd4j.linalg.api.buffer.DataType.FLOAT))
        .build();
  }

  private static Network network() {
    return Network.builder(GRAPH).seed(1).build();
  }

  @Test
  void isUsedWithoutBeingAskedFor() {
    try (Network network = network()) {
      network.fit(samples(12), fit -> fit.epochs(1).shuffle(false).verbose(Verbosity.SILENT));

      assertThat(network.evaluate(samples(8)).get("loss")).isFinite();
      assertThat(network.predict(samples(8).inputs().get("steps"))[0].shape())
          .containsExactly(8, 1);
    }
  }

  @Test
  void samplesThatDoNotFillBatchesAreRefused() {
    try (Network network = network()) {
      assertThatThrownBy(() -> network.fit(samples(10), fit -> {}))
          .isInstanceOf(DataException.class)
          .hasMessage(
              "Stateful reads batches of 4 samples, as its @Input says, and 10 do not fill them;"
                  + " give a multiple of 4");
    }
  }

  @Test
  void anotherSizeIsRefused() {
    try (Network network = network()) {
      assertThatThrownBy(() -> network.fit(samples(12), fit -> fit.batchSize(6)))
          .isInstanceOf(DataException.class)
          .hasMessage("Stateful reads batches of 4 samples, as its @Input says, not of 6");
    }
  }

  @Test
  void aValidationSplitKeepsBatchesWhole() {
    try (Network network = network()) {
      assertThatThrownBy(() -> network.fit(samples(12), fit -> fit.validationSplit(0.25)))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("and 9 do not fill them");
    }
  }

  @Test
  void measuringAndPredictingAreRefusedToo() {
    String refusal = "and 6 do not fill them; give a multiple of 4";
    try (Network network = network()) {
      Samples six = samples(6);
      assertThatThrownBy(() -> network.evaluate(six))
          .isInstanceOf(DataException.class)
          .hasMessageEndingWith(refusal);
      assertThatThrownBy(() -> network.predict(six.inputs().get("steps")))
          .isInstanceOf(DataException.class)
          .hasMessageEndingWith(refusal);
      assertThatThrownBy(() -> network.fit(samples(8), fit -> fit.validationData(six)))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("validationData of Stateful")
          .hasMessageEndingWith(refusal);
    }
  }

  /** A batch is the caller's, and so is its size. */
  @Test
  void batchesOfAnotherSizeAreRefused() {
    String refusal = "Stateful reads batches of 4 samples, as its @Input says, not of 8";
    try (Network network = network()) {
      Samples eight = samples(8);
      assertThatThrownBy(() -> network.trainOnBatch(eight))
          .isInstanceOf(DataException.class)
          .hasMessage(refusal);
      assertThatThrownBy(() -> network.testOnBatch(eight))
          .isInstanceOf(DataException.class)
          .hasMessage(refusal);
      Dataset<Samples> batches = Dataset.of(List.of(samples(4), eight));
      assertThatThrownBy(() -> network.evaluate(batches))
          .isInstanceOf(DataException.class)
          .hasMessage(refusal);
      assertThatThrownBy(() -> network.fit(batches, fit -> fit.verbose(Verbosity.SILENT)))
          .isInstanceOf(DataException.class)
          .hasMessage(refusal);
    }
  }
}
