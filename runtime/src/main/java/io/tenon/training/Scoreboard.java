package io.tenon.training;

import static java.util.Objects.requireNonNull;

import io.tenon.graph.Graph;
import io.tenon.graph.OutputSpec;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.metric.MetricState;
import io.tenon.metric.Metrics;
import io.tenon.metric.Observations;
import io.tenon.plan.Plan;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Losses and metrics over the batches of an epoch, under Keras's names. */
final class Scoreboard {
  private final List<Line> lines = new ArrayList<>();
  private final List<String> outputs;
  private final double[] lossSums;
  private double lossSum;
  private long samples;

  /**
   * A board for the outputs that have a loss.
   *
   * @throws IllegalArgumentException if a metric does not fit its output; it names the output
   */
  Scoreboard(Graph graph, Map<String, LossFunction> losses, Map<String, List<MetricSpec>> metrics) {
    this.outputs =
        graph.outputs().stream().map(OutputSpec::tensor).filter(losses::containsKey).toList();
    this.lossSums = new double[outputs.size()];
    for (String output : outputs) {
      TensorType type = graph.node(output).type();
      for (MetricSpec metric : metrics.getOrDefault(output, List.of())) {
        String name = metric.name();
        lines.add(
            new Line(
                output,
                outputs.size() > 1 ? output + "_" + name : name,
                start(graph, metric, output, type, requireNonNull(losses.get(output)))));
      }
    }
  }

  private static MetricState start(
      Graph graph, MetricSpec metric, String output, TensorType type, LossFunction loss) {
    try {
      return Metrics.start(metric, type, loss);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s.%s: %s".formatted(graph.name(), output, e.getMessage()), e);
    }
  }

  private record Line(String output, String name, MetricState state) {}

  void reset() {
    lossSum = 0;
    samples = 0;
    Arrays.fill(lossSums, 0);
    lines.forEach(line -> line.state.reset());
  }

  /** Takes in the batch that a plan has just run. */
  void update(double loss, Plan plan, Map<String, Observations> views, int count) {
    lossSum += loss * count;
    samples += count;
    for (int i = 0; i < lossSums.length; i++) {
      lossSums[i] += plan.loss(outputs.get(i)) * count;
    }
    for (Line line : lines) {
      line.state.update(Objects.requireNonNull(views.get(line.output)));
    }
  }

  /** The mean loss so far. */
  double loss() {
    return lossSum / samples;
  }

  /** {@code loss}, with several outputs each one's, and the metrics. */
  Map<String, Double> values() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("loss", loss());
    if (outputs.size() > 1) {
      for (int i = 0; i < lossSums.length; i++) {
        values.put(outputs.get(i) + "_loss", lossSums[i] / samples);
      }
    }
    lines.forEach(line -> values.put(line.name, line.state.value()));
    return values;
  }
}
