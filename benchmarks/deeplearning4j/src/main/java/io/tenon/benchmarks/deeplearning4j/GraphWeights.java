package io.tenon.benchmarks.deeplearning4j;

import io.tenon.benchmarks.FirstWeights;
import io.tenon.benchmarks.WeightShape;
import io.tenon.benchmarks.Workload;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** Keras's layouts into Deeplearning4j's. */
final class GraphWeights {
  private GraphWeights() {}

  static void set(ComputationGraph graph, Workload workload) {
    FirstWeights first = FirstWeights.of(workload);
    for (WeightShape weight : workload.weights()) {
      INDArray values = Nd4j.create(first.get(weight.path()), weight.shape(), 'c');
      graph.getLayer(weight.layer()).setParam(name(weight), turned(weight, values));
    }
  }

  private static String name(WeightShape weight) {
    return switch (weight.name()) {
      case "bias" -> "b";
      case "recurrent_kernel" -> "RW";
      default -> "W";
    };
  }

  private static INDArray turned(WeightShape weight, INDArray values) {
    if (weight.sizes().size() == 4) { // height, width, channels, filters
      return values.permute(3, 2, 0, 1);
    }
    if (weight.path().equals("hidden/kernel")) { // from pixels to channels first
      return values.reshape(12, 12, 64, 128).permute(2, 0, 1, 3).dup('c').reshape(9216, 128);
    }
    INDArray rows = values.rank() == 1 ? values.reshape(1, -1) : values;
    return weight.layer().equals("meaning") || weight.layer().equals("lstm") ? gates(rows) : rows;
  }

  /** Input, forget, cell, output to cell, forget, output, input. */
  private static INDArray gates(INDArray weights) {
    long units = weights.size(1) / 4;
    INDArray[] parts = new INDArray[4];
    for (int i = 0; i < 4; i++) {
      parts[i] = weights.get(NDArrayIndex.all(), NDArrayIndex.interval(i * units, (i + 1) * units));
    }
    return Nd4j.concat(1, parts[2], parts[1], parts[3], parts[0]);
  }
}
