package io.tenon.benchmarks.onnxruntime;

import ai.onnxruntime.OrtException;
import io.tenon.benchmarks.Contender;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Version;
import io.tenon.benchmarks.Worker;
import io.tenon.benchmarks.Workload;
import java.io.IOException;

/** The process that measures ONNX Runtime. */
public final class OnnxWorker implements Contender {
  private OnnxWorker() {}

  /** Serves the driver. */
  public static void main(String[] args) throws IOException {
    Worker.run(new OnnxWorker());
  }

  @Override
  public String version() {
    return Version.beside(OnnxWorker.class);
  }

  @Override
  public Session open(Workload workload, Purpose purpose) {
    try {
      return new OnnxSession(workload);
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
