package io.tenon.preprocessing.image;

import static io.tenon.ActivationFunction.SOFTMAX;
import static io.tenon.Loss.SPARSE_CATEGORICAL_CROSSENTROPY;
import static io.tenon.Metric.ACCURACY;
import static io.tenon.dsl.Layers.dense;
import static io.tenon.dsl.Layers.flatten;
import static org.assertj.core.api.Assertions.assertThat;

import io.tenon.graph.Graph;
import io.tenon.network.Network;
import io.tenon.optimizer.Optimizers;
import io.tenon.training.History;
import io.tenon.training.Verbosity;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Flows of augmented images as what a network trains on. */
final class FlowTrainingTest {
  @Test
  void aNetworkTrainsOnAFlow() {
    INDArray images = Nd4j.zeros(DataType.FLOAT, 40, 4, 4, 1);
    INDArray classes = Nd4j.zeros(DataType.INT32, 40);
    for (int i = 0; i < 40; i++) {
      images.slice(i).assign(i % 2 * 200 + i);
      classes.putScalar(i, i % 2);
    }
    ImageFlow flow =
        ImageDataGenerator.of(image -> image.rescale(1 / 255.0).horizontalFlip(true))
            .flow(images, classes, batches -> batches.batchSize(8).seed(1));
    Graph graph =
        Graph.builder("Shades")
            .input("image", "4 4 1")
            .layer("flat", flatten(), "image")
            .layer("shade", dense(2).activation(SOFTMAX), "flat")
            .output("shade", SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY)
            .build();
    try (Network network =
        Network.builder(graph).optimizer(Optimizers.adam(0.05)).seed(1).build()) {
      History history =
          network.fit(
              flow.toDataset("image", "shade"), fit -> fit.epochs(10).verbose(Verbosity.SILENT));

      assertThat(history.size()).isEqualTo(10);
      assertThat(history.last("accuracy")).isEqualTo(1.0);
    }
  }
}
