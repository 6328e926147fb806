package io.tenon.training;

import io.tenon.data.CheckedSamples;
import io.tenon.data.DataException;
import io.tenon.data.DataIterator;
import io.tenon.data.Dataset;
import io.tenon.data.Samples;
import io.tenon.graph.Graph;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import java.util.List;
import java.util.Map;

/**
 * Measures without training: {@code loss}, with several outputs {@code <output>_loss} for each, and
 * the metrics, under Keras's names.
 */
final class Evaluator {
  private final Graph graph;
  private final Map<String, LossFunction> losses;
  private final Map<String, List<MetricSpec>> metrics;

  Evaluator(Graph graph, Map<String, LossFunction> losses, Map<String, List<MetricSpec>> metrics) {
    this.graph = graph;
    this.losses = losses;
    this.metrics = metrics;
  }

  /** Holds samples against the model. */
  CheckedSamples check(Samples samples) {
    return CheckedSamples.of(graph, samples, losses);
  }

  /** A board with nothing on it. */
  Scoreboard board() {
    return new Scoreboard(graph, losses, metrics);
  }

  /** Of samples, in batches of that size. */
  Map<String, Double> measure(CheckedSamples samples, int batchSize, Plans plans) {
    Scoreboard board = board();
    for (int from = 0; from < samples.count(); from += batchSize) {
      Pass pass = plans.pass(samples, Math.min(batchSize, samples.count() - from));
      pass.score(pass.test(from), board);
    }
    return board.values();
  }

  /**
   * Of batches as a dataset gives them.
   *
   * @param steps how many at most; -1 for all
   * @throws DataException if there are none, or one does not fit the model
   */
  Map<String, Double> measure(Dataset<Samples> batches, int steps, Plans plans) {
    Scoreboard board = board();
    int step = 0;
    try (DataIterator<Samples> pass = batches.open(0)) {
      while ((steps < 0 || step < steps) && pass.hasNext()) {
        Pass batch = plans.single(check(pass.next()));
        batch.score(batch.test(0), board);
        step++;
      }
    }
    if (step == 0) {
      throw new DataException("%s: the dataset gave no batches".formatted(graph.name()));
    }
    return board.values();
  }

  /** Of a batch that has just been run. */
  Map<String, Double> scores(Pass pass, double loss) {
    Scoreboard board = board();
    pass.score(loss, board);
    return board.values();
  }
}
