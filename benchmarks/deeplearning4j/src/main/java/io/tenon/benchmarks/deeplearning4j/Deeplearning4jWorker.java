package io.tenon.benchmarks.deeplearning4j;

import io.tenon.benchmarks.Contender;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Version;
import io.tenon.benchmarks.Worker;
import io.tenon.benchmarks.Workload;
import java.io.IOException;
import org.deeplearning4j.nn.graph.ComputationGraph;

/** The process that measures Deeplearning4j. */
public final class Deeplearning4jWorker implements Contender {
  private Deeplearning4jWorker() {}

  /** Serves the driver. */
  public static void main(String[] args) throws IOException {
    Worker.run(new Deeplearning4jWorker());
  }

  @Override
  public String version() {
    return Version.beside(Deeplearning4jWorker.class);
  }

  @Override
  public Session open(Workload workload, Purpose purpose) {
    ComputationGraph graph = new ComputationGraph(new Models(purpose).configuration(workload));
    graph.init();
    GraphWeights.set(graph, workload);
    return new Deeplearning4jSession(workload, graph);
  }
}
