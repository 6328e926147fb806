package io.tenon.network;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.graph.Graph;
import io.tenon.graph.OutputSpec;
import io.tenon.loss.LossFunction;
import io.tenon.loss.Losses;
import io.tenon.metric.MetricSpec;
import io.tenon.metric.Metrics;
import io.tenon.optimizer.Optimizer;
import io.tenon.optimizer.Optimizers;
import io.tenon.problem.Suggestions;
import io.tenon.training.Trainer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Gathers what a {@link Network} needs besides its graph. */
public final class NetworkBuilder {
  final Graph graph;
  final Map<String, LossFunction> losses = new LinkedHashMap<>();
  final Map<String, Double> lossWeights = new LinkedHashMap<>();
  final Map<String, List<MetricSpec>> metrics = new LinkedHashMap<>();
  private final Set<String> measured = new LinkedHashSet<>();
  Optimizer optimizer = Optimizers.adam();
  private Optional<Long> seed = Optional.empty();

  NetworkBuilder(Graph graph) {
    this.graph = graph;
    for (OutputSpec output : graph.outputs()) {
      loss(output.tensor(), output.loss());
      lossWeights.put(output.tensor(), output.lossWeight());
      metrics.put(output.tensor(), specs(output.metrics())); // measured once there is a loss
    }
  }

  /** What changes the weights. Default {@link Optimizers#adam()}. */
  public NetworkBuilder optimizer(Optimizer optimizer) {
    this.optimizer = optimizer;
    return this;
  }

  /**
   * What training of an output makes small, in place of what the model declares.
   *
   * @throws IllegalArgumentException if there is no output of that name
   */
  public NetworkBuilder loss(String output, Loss loss) {
    if (loss == Loss.NONE) {
      losses.remove(known(output));
      measured.remove(output);
      return this;
    }
    return loss(output, Losses.of(loss));
  }

  /**
   * The same, told more closely, such as {@code Losses.huber(0.5)}, or one's own.
   *
   * @throws IllegalArgumentException if there is no output of that name
   */
  public NetworkBuilder loss(String output, LossFunction loss) {
    losses.put(known(output), loss);
    return this;
  }

  /**
   * The weight of an output's loss in the sum over all outputs.
   *
   * @throws IllegalArgumentException if there is no output of that name
   */
  public NetworkBuilder lossWeight(String output, double weight) {
    lossWeights.put(known(output), weight);
    return this;
  }

  /**
   * What is reported of an output besides the loss, in place of what the model declares.
   *
   * @throws IllegalArgumentException if there is no output of that name
   */
  public NetworkBuilder metrics(String output, Metric... metrics) {
    return metrics(output, specs(List.of(metrics)));
  }

  /**
   * What is reported of an output besides the loss, told more closely, such as {@code
   * List.of(Metrics.precision(Decision.above(0.9)))}, or one's own.
   *
   * @throws IllegalArgumentException if there is no output of that name
   */
  public NetworkBuilder metrics(String output, List<MetricSpec> metrics) {
    this.metrics.put(known(output), List.copyOf(metrics));
    if (!metrics.isEmpty()) {
      measured.add(output);
    }
    return this;
  }

  /**
   * {@link #metrics(String, List)} with those metrics.
   *
   * @throws IllegalArgumentException if there is no output of that name
   */
  public NetworkBuilder metrics(String output, MetricSpec metric, MetricSpec... more) {
    List<MetricSpec> all = new ArrayList<>(List.of(metric));
    all.addAll(List.of(more));
    return metrics(output, all);
  }

  private static List<MetricSpec> specs(List<Metric> metrics) {
    return metrics.stream().map(Metrics::of).toList();
  }

  /**
   * Makes first weights, shuffling and dropout the same in each run on the same machine with as
   * many threads. Default: another one each time.
   */
  public NetworkBuilder seed(long seed) {
    this.seed = Optional.of(seed);
    return this;
  }

  long seed() {
    return seed.orElseGet(() -> RandomGenerator.getDefault().nextLong());
  }

  private String known(String output) {
    List<String> outputs = graph.outputs().stream().map(OutputSpec::tensor).toList();
    if (!outputs.contains(output)) {
      throw new IllegalArgumentException(
          "%s has no output \"%s\". %s"
              .formatted(graph.name(), output, Suggestions.hint(output, outputs)));
    }
    return output;
  }

  /**
   * The network, with fresh weights.
   *
   * @throws IllegalArgumentException if a metric does not fit its output, or is of one without a
   *     loss
   */
  public Network build() {
    for (String output : measured) {
      if (!losses.containsKey(output)) {
        throw new IllegalArgumentException(
            "%s.%s has no loss, so there are no labels to measure it by; give it one, or no metrics"
                .formatted(graph.name(), output));
      }
    }
    Trainer.requireFitting(graph, losses, metrics);
    return new Network(this);
  }
}
