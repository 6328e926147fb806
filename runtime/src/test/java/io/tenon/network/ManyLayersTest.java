package io.tenon.network;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.DataType.INT32;
import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.dsl.Layers.add;
import static io.tenon.dsl.Layers.alphaDropout;
import static io.tenon.dsl.Layers.averagePooling1D;
import static io.tenon.dsl.Layers.batchNormalization;
import static io.tenon.dsl.Layers.bidirectional;
import static io.tenon.dsl.Layers.concatenate;
import static io.tenon.dsl.Layers.conv1D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.dropout;
import static io.tenon.dsl.Layers.embedding;
import static io.tenon.dsl.Layers.gaussianDropout;
import static io.tenon.dsl.Layers.gaussianNoise;
import static io.tenon.dsl.Layers.globalMaxPooling1D;
import static io.tenon.dsl.Layers.gru;
import static io.tenon.dsl.Layers.lambda;
import static io.tenon.dsl.Layers.layerNormalization;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.dsl.Layers.multiHeadAttention;
import static io.tenon.dsl.Layers.spatialDropout1D;
import static io.tenon.dsl.Layers.timeDistributed;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.kernel.SameDiffFunction;
import io.tenon.optimizer.Optimizers;
import io.tenon.training.Verbosity;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** One network of many kinds of layers: threads, batch sizes and seeds. */
class ManyLayersTest {
  private static Graph graph() {
    return Graph.builder("Many")
        .input("words", "8", INT32)
        .layer("embedded", embedding(20, 6), "words")
        .layer("even", spatialDropout1D(0.2), "embedded")
        .layer("seen", multiHeadAttention(2, 3).dropout(0.1), "even")
        .layer("sum", add(), "even", "seen")
        .layer("normal", layerNormalization(), "sum")
        .layer("edges", conv1D(6, 3).activation(RELU), "normal")
        .layer("smaller", averagePooling1D(), "edges")
        .layer("balanced", batchNormalization(), "smaller")
        .layer("noisy", gaussianNoise(0.1), "balanced")
        .layer("both", bidirectional(gru(4).returnSequences(true).dropout(0.1)), "noisy")
        .layer("each", timeDistributed(dense(5).activation(RELU)), "both")
        .layer("last", lstm(4).recurrentDropout(0.1), "each")
        .layer("most", globalMaxPooling1D(), "each")
        .layer("joined", concatenate(), "last", "most")
        .layer("double", lambda(SameDiffFunction.of(in -> in[0].mul(2).add(in[0]))), "joined")
        .layer("a", dropout(0.1), "double")
        .layer("b", alphaDropout(0.1), "a")
        .layer("c", gaussianDropout(0.1), "b")
        .layer("y", dense(2), "c")
        .output("y", MEAN_SQUARED_ERROR)
        .build();
  }

  private static Network network(long seed) {
    return Network.builder(graph()).optimizer(Optimizers.adam()).seed(seed).build();
  }

  private static INDArray words(int samples) {
    Random random = new Random(samples);
    int[][] all = new int[samples][8];
    for (int[] each : all) {
      for (int i = 0; i < each.length; i++) {
        each[i] = random.nextInt(20);
      }
    }
    return Nd4j.createFromArray(all);
  }

  @Test
  void sixteenThreadsPredictWhatOneDoes() throws Exception {
    try (Network network = network(1)) {
      List<INDArray> batches = List.of(words(1), words(7), words(32), words(33));
      List<INDArray> expected = batches.stream().map(b -> network.predict(b)[0]).toList();
      ExecutorService threads = Executors.newFixedThreadPool(16);
      List<Future<INDArray>> results = new ArrayList<>();
      for (int i = 0; i < 160; i++) {
        INDArray batch = batches.get(i % batches.size());
        results.add(threads.submit(() -> network.predict(batch)[0]));
      }
      for (int i = 0; i < results.size(); i++) {
        assertThat(results.get(i).get()).isEqualTo(expected.get(i % batches.size()));
      }
      threads.shutdown();
    }
  }

  @Test
  void aSmallerLastBatchIsPredictedAsOthersAre() {
    try (Network network = network(1)) {
      INDArray all = words(300);
      INDArray together = network.predict(all)[0];
      INDArray rest = all.get(NDArrayIndex.interval(256, 300)).dup();
      INDArray alone = network.predict(rest)[0];
      assertThat(together.get(NDArrayIndex.interval(256, 300)).equalsWithEps(alone, 1e-5)).isTrue();
    }
  }

  @Test
  void oneSeedGivesOneModelBitForBit() {
    float[] first = trained(3);
    assertThat(trained(3)).isEqualTo(first);
    assertThat(trained(4)).isNotEqualTo(first);
  }

  /** All weights after two epochs whose last batch is smaller. */
  private static float[] trained(long seed) {
    Samples samples =
        Samples.builder()
            .input("words", words(40))
            .label("y", Nd4j.ones(DataType.FLOAT, 40, 2))
            .build();
    try (Network network = network(seed)) {
      network.fit(samples, fit -> fit.epochs(2).batchSize(16).verbose(Verbosity.SILENT));
      List<Float> all = new ArrayList<>();
      for (var node : network.graph().layers()) {
        for (INDArray weight : network.layer(node.layer()).weights()) {
          for (float value : weight.data().asFloat()) {
            assertThat(value).isFinite();
            all.add(value);
          }
        }
      }
      float[] values = new float[all.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = all.get(i);
      }
      return values;
    }
  }
}
