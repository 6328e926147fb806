package io.tenon.network;

import static io.tenon.ActivationFunction.RELU;
import static io.tenon.Loss.MEAN_SQUARED_ERROR;
import static io.tenon.dsl.Layers.concatenate;
import static io.tenon.dsl.Layers.conv2D;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.embedding;
import static io.tenon.dsl.Layers.flatten;
import static io.tenon.dsl.Layers.lstm;
import static io.tenon.optimizer.Optimizers.sgd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.DataType;
import io.tenon.callback.LambdaCallback;
import io.tenon.callback.Training;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.layer.WeightSpec;
import io.tenon.training.Verbosity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Predictions arrange weights anew, but never predict with what they were before. */
class PredictionsFollowWeightsTest {
  private static final int COUNT = 24;

  private final Map<String, INDArray> inputs =
      Map.of("picture", Nd4j.rand(COUNT, 10, 10, 3), "words", SoakGraphs.words(COUNT));
  private final Samples samples =
      Samples.builder()
          .input("picture", inputs.get("picture"))
          .input("words", inputs.get("words"))
          .label("answer", Nd4j.rand(COUNT, 1))
          .build();
  private final Network network = network();

  /** Layers whose weights oneDNN likes in other layouts than Keras's. */
  private static Network network() {
    Graph graph =
        Graph.builder("Mixed")
            .input("picture", "10 10 3")
            .input("words", "5", DataType.INT32)
            .layer("edges", conv2D(16, 3).activation(RELU), "picture")
            .layer("features", flatten(), "edges")
            .layer("embedded", embedding(50, 16), "words")
            .layer("meaning", lstm(32), "embedded")
            .layer("joined", concatenate(), "features", "meaning")
            .layer("hidden", dense(64).activation(RELU), "joined")
            .layer("answer", dense(1), "hidden")
            .output("answer", MEAN_SQUARED_ERROR)
            .build();
    return Network.builder(graph).optimizer(sgd(0.05)).seed(1).build();
  }

  @AfterEach
  void close() {
    network.close();
  }

  private float[] predictions() {
    return network.predict(inputs).get("answer").toFloatVector();
  }

  /** What a network predicts that has never predicted with other weights. */
  private float[] expected() {
    try (Network fresh = network()) {
      for (String layer : List.of("edges", "embedded", "meaning", "hidden", "answer")) {
        fresh.layer(layer).setWeights(network.layer(layer).weights().toArray(INDArray[]::new));
      }
      return fresh.predict(inputs).get("answer").toFloatVector();
    }
  }

  private void assertFollows(Runnable change) {
    float[] before = predictions();
    change.run();
    float[] after = predictions();
    assertThat(after).isNotEqualTo(before).isEqualTo(expected());
  }

  private void fit(Consumer<Training> atTheEnd) {
    LambdaCallback callback = new LambdaCallback().trainEnd(atTheEnd);
    network.fit(samples, fit -> fit.verbose(Verbosity.SILENT).callbacks(callback));
  }

  @Test
  void theWeightsOfALayerAreSet() {
    for (String layer : List.of("edges", "meaning", "hidden")) {
      List<INDArray> values = new ArrayList<>();
      for (WeightSpec weight : network.layer(layer).weightSpecs()) {
        values.add(Nd4j.rand(weight.shape().sizes()).subi(0.5));
      }
      assertFollows(() -> network.layer(layer).setWeights(values.toArray(INDArray[]::new)));
    }
  }

  @Test
  void theModelIsTrained() {
    assertFollows(() -> fit(training -> {}));
    assertFollows(() -> network.trainOnBatch(samples));
  }

  @Test
  void aCallbackPredictsAndSetsWeights() {
    List<Map<String, INDArray>> first = new ArrayList<>();
    fit(training -> first.add(training.weights()));
    float[] then = predictions();
    assertFollows(() -> fit(training -> training.predict(inputs)));
    assertFollows(() -> fit(training -> training.setWeights(first.get(0))));
    assertThat(predictions()).isEqualTo(then);
  }

  @Test
  void weightsAreLoaded(@TempDir Path folder) {
    Path file = folder.resolve("mixed.weights.h5");
    network.saveWeights(file);
    float[] saved = predictions();
    assertFollows(() -> network.trainOnBatch(samples));
    assertFollows(() -> network.loadWeights(file));
    assertThat(predictions()).isEqualTo(saved);
  }

  @Test
  void otherBatchSizesPredictTheSame() {
    assertFollows(() -> network.trainOnBatch(samples));
    Map<String, INDArray> one = Map.of("picture", first("picture"), "words", first("words"));
    float[] alone = network.predict(one).get("answer").toFloatVector();
    assertThat(alone[0]).isEqualTo(predictions()[0], within(1e-5f));
    network.trainOnBatch(samples);
    alone = network.predict(one).get("answer").toFloatVector();
    assertThat(alone[0]).isEqualTo(predictions()[0], within(1e-5f));
  }

  private INDArray first(String input) {
    return inputs.get(input).get(NDArrayIndex.interval(0, 1)).dup();
  }
}
