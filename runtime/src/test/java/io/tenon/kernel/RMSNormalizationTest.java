package io.tenon.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tenon.dsl.Networks;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Predictions take another way than training, whose numbers other tests hold to Keras's. */
class RMSNormalizationTest {
  @Test
  void predictsRowsOfMeanSquareOne() {
    Graph graph = Networks.sequential("even").vector("x", 2).rmsNormalization().graph();
    try (Network network = Network.builder(graph).build()) {
      INDArray found = network.predict(Nd4j.createFromArray(new float[][] {{3, 4}, {-1, 1}}))[0];

      double root = Math.sqrt(12.5);
      assertThat(found.getDouble(0, 0)).isCloseTo(3 / root, within(1e-6));
      assertThat(found.getDouble(0, 1)).isCloseTo(4 / root, within(1e-6));
      assertThat(found.getDouble(1, 0)).isCloseTo(-1, within(1e-6));
      assertThat(found.getDouble(1, 1)).isCloseTo(1, within(1e-6));
    }
  }
}
