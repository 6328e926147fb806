package io.tenon.benchmarks.tensorflow;

import io.tenon.benchmarks.Contender;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Version;
import io.tenon.benchmarks.Worker;
import io.tenon.benchmarks.Workload;
import java.io.IOException;

/** The process that measures TensorFlow. */
public final class TensorFlowWorker implements Contender {
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
}
