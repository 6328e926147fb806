package io.tenon.callback;

import static io.tenon.ActivationFunction.TANH;
import static io.tenon.optimizer.Optimizers.adam;

import io.tenon.Loss;
import io.tenon.data.Samples;
import io.tenon.dsl.Layers;
import io.tenon.graph.Graph;
import io.tenon.network.Network;
import io.tenon.training.Verbosity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.nd4j.linalg.factory.Nd4j;

/** A training in a process of its own, to be killed. */
final class KilledTraining {
  private static final int COUNT = 64;

  private KilledTraining() {}

  /**
   * Trains with backups, and writes the weights to a file when it ends.
   *
   * @param arguments the folder of the backups, and the file
   */
  public static void main(String[] arguments) throws IOException {
    Graph graph =
        Graph.builder("Killed")
            .input("x", "8")
            .layer("hidden", Layers.dense(32).activation(TANH), "x")
            .layer("dropped", Layers.dropout(0.2), "hidden")
            .layer("normal", Layers.batchNormalization(), "dropped")
            .layer("y", Layers.dense(1), "normal")
            .output("y", Loss.MEAN_SQUARED_ERROR)
            .build();
    Samples samples =
        Samples.builder()
            .input("x", Nd4j.linspace(-1, 1, COUNT * 8).reshape(COUNT, 8))
            .label("y", Nd4j.linspace(0, 2, COUNT).reshape(COUNT, 1))
            .build();
    try (Network network = Network.builder(graph).optimizer(adam(0.01)).seed(4).build()) {
      network.fit(
          samples,
          fit ->
              fit.epochs(40)
                  .batchSize(4)
                  .validationSplit(0.25)
                  .verbose(Verbosity.SILENT)
                  .callbacks(
                      new BackupAndRestore(Path.of(arguments[0])).saveEverySteps(1),
                      new LearningRateScheduler((epoch, rate) -> rate * 0.97),
                      new ReduceLROnPlateau().patience(2).factor(0.7),
                      new LambdaCallback().batchEnd(training -> pause())));
      StringBuilder weights = new StringBuilder();
      for (String layer : new String[] {"hidden", "normal", "y"}) {
        network
            .layer(layer)
            .weights()
            .forEach(weight -> weights.append(Arrays.toString(weight.data().asFloat())));
      }
      Path file = Path.of(arguments[1]);
      Path part = Files.writeString(Path.of(arguments[1] + ".part"), weights);
      Files.move(part, file);
    }
  }

  /** So that there is time to be killed in. */
  private static void pause() {
    try {
      Thread.sleep(3);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
