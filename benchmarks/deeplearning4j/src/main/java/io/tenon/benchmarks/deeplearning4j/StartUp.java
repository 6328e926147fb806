package io.tenon.benchmarks.deeplearning4j;

import io.tenon.benchmarks.FirstResult;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Workload;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** What a program with one small model does first. */
public final class StartUp {
  private StartUp() {}

  /** Does what the first argument says. */
  public static void main(String... arguments) {
    ComputationGraph graph =
        new ComputationGraph(new Models(Purpose.SPEED).configuration(Workload.W5));
    graph.init();
    switch (arguments[0]) {
      case "predict" -> graph.outputSingle(ones(1, 20));
      case "train" -> graph.fit(new INDArray[] {ones(32, 20)}, new INDArray[] {ones(32, 1)});
      default -> throw new IllegalArgumentException(arguments[0]);
    }
    FirstResult.tell();
  }

  private static INDArray ones(long rows, long columns) {
    return Nd4j.ones(DataType.FLOAT, rows, columns);
  }
}
