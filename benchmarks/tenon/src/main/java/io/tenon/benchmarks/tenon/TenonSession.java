package io.tenon.benchmarks.tenon;

import io.tenon.benchmarks.FirstWeights;
import io.tenon.benchmarks.Session;
import io.tenon.benchmarks.Stopwatch;
import io.tenon.benchmarks.WeightShape;
import io.tenon.benchmarks.Workload;
import io.tenon.callback.LambdaCallback;
import io.tenon.network.Network;
import io.tenon.training.FitOptions;
import io.tenon.training.Verbosity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A model that trains by {@code fit} and predicts by {@code predict}, as a user's does. */
final class TenonSession implements Session {
  private static final int DIFFERENT_BATCHES = 8;

  private final Network network;
  private final Arrays arrays;
  private final Consumer<Consumer<FitOptions>> fit;
  private final Function<INDArray[], INDArray> predict;

  TenonSession(
      Network network,
      Arrays arrays,
      Consumer<Consumer<FitOptions>> fit,
      Function<INDArray[], INDArray> predict) {
    this.network = network;
    this.arrays = arrays;
    this.fit = fit;
    this.predict = predict;
    setWeights(arrays.workload(), FirstWeights.of(arrays.workload()));
  }

  private void setWeights(Workload workload, FirstWeights first) {
    Map<String, List<WeightShape>> layers = new LinkedHashMap<>();
    for (WeightShape weight : workload.weights()) {
      layers.merge(
          weight.layer(),
          List.of(weight),
          (some, more) -> Stream.concat(some.stream(), more.stream()).toList());
    }
    layers.forEach(
        (layer, weights) ->
            network
                .layer(layer)
                .setWeights(
                    weights.stream()
                        .map(weight -> Nd4j.create(first.get(weight.path()), weight.shape(), 'c'))
                        .toArray(INDArray[]::new)));
  }

  @Override
  public double[] losses(int steps) {
    double[] losses = new double[steps];
    double[] sum = new double[1];
    LambdaCallback recorder =
        new LambdaCallback()
            .batchEnd(
                training -> {
                  // The logs hold the mean over the epoch so far.
                  int step = training.step();
                  double total = training.logs().getOrDefault("loss", Double.NaN) * step;
                  losses[step - 1] = total - sum[0];
                  sum[0] = total;
                  if (step == steps) {
                    training.stop();
                  }
                });
    fit(recorder, 1);
    return losses;
  }

  @Override
  public void train(Stopwatch watch) {
    LambdaCallback stopper =
        new LambdaCallback()
            .batchEnd(
                training -> {
                  if (!watch.step()) {
                    training.stop();
                  }
                });
    fit(stopper, Integer.MAX_VALUE);
  }

  /** In the order of the data, as the other systems read it. */
  private void fit(LambdaCallback callback, int epochs) {
    fit.accept(
        options ->
            options
                .epochs(epochs)
                .batchSize(arrays.workload().batchSize())
                .shuffle(false)
                .verbose(Verbosity.SILENT)
                .callbacks(callback));
  }

  @Override
  public void predict(int count, Stopwatch watch) {
    INDArray[][] batches = new INDArray[DIFFERENT_BATCHES][];
    for (int i = 0; i < batches.length; i++) {
      batches[i] = arrays.inputs(i * count, count);
    }
    int next = 0;
    do {
      Objects.requireNonNull(predict.apply(batches[next]));
      next = (next + 1) % batches.length;
    } while (watch.step());
  }

  @Override
  public float[] predictions(int count) {
    return predict.apply(arrays.inputs(0, count)).reshape(-1).toFloatVector();
  }

  @Override
  public void close() {
    network.close();
  }
}
