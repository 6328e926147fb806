package io.tenon.benchmarks.tensorflow;

import io.tenon.benchmarks.Contender;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Version;
import io.tenon.benchmarks.Worker;
import io.tenon.benchmarks.Workload;
import java.io.IOException;
import org.tensorflow.Graph;
import org.tensorflow.framework.optimizers.Adam;
import org.tensorflow.framework.optimizers.Optimizer;
import org.tensorflow.framework.optimizers.RMSProp;

/** The process that measures TensorFlow. */
public final class TensorFlowWorker implements Contender {
  private static final float RATE = 1e-3f;
  private static final float RHO = 0.9f;
  private static final float BETA_1 = 0.9f;
  private static final float BETA_2 = 0.999f;

  private TensorFlowWorker() {}

  /** Serves the driver. */
  public static void main(String[] args) throws IOException {
    Worker.run(new TensorFlowWorker());
  }

  @Override
  public String version() {
    return Version.beside(TensorFlowWorker.class);
  }

  @Override
  public Session open(Workload workload, Purpose purpose) {
    return new TensorFlowSession(workload, purpose);
  }

  static Optimizer optimizer(Graph graph, Workload workload, Purpose purpose) {
    float epsilon = (float) purpose.epsilon();
    return switch (workload) {
      case W1, W4 -> new RMSProp(graph, RATE, RHO, 0, epsilon, false);
      case W2, W3, W5 -> new Adam(graph, RATE, BETA_1, BETA_2, epsilon);
    };
  }
}
