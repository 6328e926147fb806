package io.tenon.file;

import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.network.NetworkBuilder;
import io.tenon.optimizer.Optimizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a model was compiled with, by output.
 *
 * @param optimizer what changes the weights, if the file says
 * @param losses what training makes small
 * @param lossWeights the weights of these in their sum
 * @param metrics what is reported besides
 */
public record CompileSettings(
    Optional<Optimizer> optimizer,
    Map<String, LossFunction> losses,
    Map<String, Double> lossWeights,
    Map<String, List<MetricSpec>> metrics) {
  /** Copies the maps. */
  public CompileSettings {
    losses = Map.copyOf(losses);
    lossWeights = Map.copyOf(lossWeights);
    metrics = Map.copyOf(metrics);
  }

  /** Tells a builder all of them. */
  public NetworkBuilder applyTo(NetworkBuilder builder) {
    optimizer.ifPresent(builder::optimizer);
    losses.forEach(builder::loss);
    lossWeights.forEach(builder::lossWeight);
    metrics.forEach(builder::metrics);
    return builder;
  }
}
