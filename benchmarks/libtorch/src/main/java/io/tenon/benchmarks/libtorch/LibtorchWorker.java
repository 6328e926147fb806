package io.tenon.benchmarks.libtorch;

import io.tenon.benchmarks.Contender;
import io.tenon.benchmarks.Purpose;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Version;
import io.tenon.benchmarks.Worker;
import io.tenon.benchmarks.Workload;
import java.io.IOException;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.RMSprop;
import org.bytedeco.pytorch.RMSpropOptions;
import org.bytedeco.pytorch.global.torch;

/** The process that measures libtorch. */
public final class LibtorchWorker implements Contender {
  private static final int THREADS = 2;
  private static final double RATE = 1e-3;
  private static final double RHO = 0.9;

  private LibtorchWorker() {}

  /** Serves the driver. */
  public static void main(String[] args) throws IOException {
    torch.set_num_threads(THREADS);
    Worker.run(new LibtorchWorker());
  }

  @Override
  public String version() {
    return Version.beside(LibtorchWorker.class);
  }

  @Override
  public Session open(Workload workload, Purpose purpose) {
    TorchModel model =
        switch (workload) {
          case W1 -> new Mlp(purpose);
          case W2 -> new Cnn(purpose);
          case W3 -> new Reviews();
          case W4 -> new News();
          case W5 -> new SmallMlp();
        };
    TorchWeights.set(model, workload, purpose);
    Optimizer optimizer =
        switch (workload) {
          case W1, W4 -> rmsprop(model, purpose);
          case W2, W3, W5 -> adam(model, purpose);
        };
    return new LibtorchSession(workload, model, optimizer);
  }

  private static Optimizer adam(TorchModel model, Purpose purpose) {
    AdamOptions options = new AdamOptions(RATE);
    options.eps().put(purpose.epsilon());
    return new Adam(model.parameters(), options);
  }

  private static Optimizer rmsprop(TorchModel model, Purpose purpose) {
    RMSpropOptions options = new RMSpropOptions(RATE);
    options.alpha().put(RHO);
    // libtorch adds it to the root, the others under it.
    options.eps().put(Math.sqrt(purpose.epsilon()));
    return new RMSprop(model.parameters(), options);
  }
}
