package io.tenon.benchmarks.tenon;

import io.tenon.benchmarks.Contender;
import io.tenon.benchmarks.Data;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Version;
import io.tenon.benchmarks.Worker;
import io.tenon.benchmarks.Workload;
import java.io.IOException;

/** The process that measures Tenon. */
public final class TenonWorker implements Contender {
  private TenonWorker() {}

  /** Serves the driver. */
  public static void main(String[] args) throws IOException {
    Worker.run(new TenonWorker());
  }

  @Override
  public String version() {
    return Version.beside(TenonWorker.class);
  }

  @Override
  public Session open(Workload workload, Purpose purpose) {
    Arrays arrays = new Arrays(workload, Data.of(workload));
    boolean exact = purpose == Purpose.AGREEMENT;
    return switch (workload) {
      case W1 ->
          exact ? Sessions.mlpWithoutDropout(arrays, purpose) : Sessions.mlp(arrays, purpose);
      case W2 ->
          exact ? Sessions.cnnWithoutDropout(arrays, purpose) : Sessions.cnn(arrays, purpose);
      case W3 -> Sessions.reviews(arrays, purpose);
      case W4 -> Sessions.news(arrays, purpose);
      case W5 -> Sessions.smallMlp(arrays, purpose);
    };
  }
}
