package io.tenon.network;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.graph.Graph;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.optimizer.Optimizer;

/**
 * What the builder of every generated model gathers, whatever its outputs.
 *
 * @param <B> the builder itself
 * @param <M> the model
 */
public abstract class TypedBuilder<B extends TypedBuilder<B, M>, M> {
  private final NetworkBuilder network;
  private final Maker<M> maker;

  /**
   * A builder with all defaults.
   *
   * @param maker gives a network types
   */
  protected TypedBuilder(Graph graph, Maker<M> maker) {
    this.network = Network.builder(graph);
    this.maker = maker;
  }

  /** Sets what changes the weights. */
  public final B optimizer(Optimizer optimizer) {
    network.optimizer(optimizer);
    return self();
  }

  /** Makes first weights, shuffling and dropout the same in each run. */
  public final B seed(long seed) {
    network.seed(seed);
    return self();
  }

  /** What training of an output makes small, as {@link NetworkBuilder#loss(String, Loss)}. */
  protected final B setLoss(String output, Loss loss) {
    network.loss(output, loss);
    return self();
  }

  /** What training of an output makes small, told more closely. */
  protected final B setLoss(String output, LossFunction loss) {
    network.loss(output, loss);
    return self();
  }

  /** The weight of an output's loss in the sum. */
  protected final B setLossWeight(String output, double weight) {
    network.lossWeight(output, weight);
    return self();
  }

  /** What is reported of an output besides the loss. */
  protected final B setMetrics(String output, Metric... metrics) {
    network.metrics(output, metrics);
    return self();
  }

  /** What is reported of an output, told more closely. */
  protected final B setMetrics(String output, MetricSpec metric, MetricSpec... more) {
    network.metrics(output, metric, more);
    return self();
  }

  /** The model, with fresh weights. */
  public final M build() {
    return maker.make(network.build());
  }

  @SuppressWarnings("unchecked") // B is the class that extends this one
  private B self() {
    return (B) this;
  }

  /**
   * Gives a network the types of a model.
   *
   * @param <M> the model
   */
  @FunctionalInterface
  public interface Maker<M> {
    /** The model over that network. */
    M make(Network network);
  }
}
