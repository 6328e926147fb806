package io.tenon.training;

import static io.tenon.dsl.Layers.bidirectional;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.embedding;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.dsl.Layers.timeDistributed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.DataType;
import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.layer.LayerSpec;
import io.tenon.network.Network;
import io.tenon.optimizer.Optimizers;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Losses and metrics of outputs with a mask: the mean over the steps that count. */
final class MaskedLossTest {
  private static final int[][] WORDS = {{1, 2, 0, 3, 0}, {1, 0, 5, 6, 7}, {1, 2, 3, 0, 0}};

  static Stream<Supplier<? extends LayerSpec>> last() {
    return Stream.of(
        dense(2),
        lstm(2).returnSequences(true),
        bidirectional(lstm(1).returnSequences(true)),
        timeDistributed(dense(2)));
  }

  private static Network network(Supplier<? extends LayerSpec> last) {
    Graph graph =
        Graph.builder("Steps")
            .input("words", "5", DataType.INT32)
            .layer("embedded", embedding(9, 4).maskZero(true), "words")
            .layer("read", lstm(3).returnSequences(true), "embedded")
            .layer("y", last, "read")
            .output(
                "y",
                Loss.MEAN_SQUARED_ERROR,
                Metric.MEAN_SQUARED_ERROR,
                Metric.ROOT_MEAN_SQUARED_ERROR)
            .build();
    return Network.builder(graph).optimizer(Optimizers.sgd(0.1)).seed(1).build();
  }

  private static Samples samples(INDArray labels) {
    return Samples.builder().input("words", Nd4j.createFromArray(WORDS)).label("y", labels).build();
  }

  @ParameterizedTest
  @MethodSource("last")
  void isTheMeanOverTheStepsThatCount(Supplier<? extends LayerSpec> last) {
    INDArray labels = Nd4j.rand(org.nd4j.linalg.api.buffer.DataType.FLOAT, 3, 5, 2);
    INDArray others = labels.dup();
    try (Network network = network(last);
        Network other = network(last)) {
      INDArray found = network.predict(Nd4j.createFromArray(WORDS))[0];
      double sum = 0;
      int counting = 0;
      for (int sample = 0; sample < 3; sample++) {
        for (int step = 0; step < 5; step++) {
          boolean counts = WORDS[sample][step] != 0;
          counting += counts ? 1 : 0;
          for (int i = 0; i < 2; i++) {
            double error = found.getDouble(sample, step, i) - labels.getDouble(sample, step, i);
            sum += counts ? error * error / 2 : 0;
            others.putScalar(
                new int[] {sample, step, i}, counts ? labels.getDouble(sample, step, i) : 9);
          }
        }
      }
      Map<String, Double> scores = network.testOnBatch(samples(labels));
      assertThat(scores.get("loss")).isCloseTo(sum / counting, within(1e-5));
      assertThat(scores.get("mean_squared_error")).isCloseTo(sum / counting, within(1e-5));
      // Which reads no mask in Keras.
      INDArray all = found.sub(labels);
      assertThat(scores.get("root_mean_squared_error"))
          .isCloseTo(Math.sqrt(all.mul(all).meanNumber().doubleValue()), within(1e-5));
      // Nor does what is said of other steps teach anything.
      network.trainOnBatch(samples(labels));
      other.trainOnBatch(samples(others));
      INDArray after = network.predict(Nd4j.createFromArray(WORDS))[0];
      assertThat(after).isEqualTo(other.predict(Nd4j.createFromArray(WORDS))[0]);
      assertThat(after.equalsWithEps(found, 1e-4)).isFalse();
    }
  }
}
