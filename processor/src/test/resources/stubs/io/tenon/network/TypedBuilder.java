package io.tenon.network;

import io.tenon.Loss;
import io.tenon.Metric;
import io.tenon.graph.Graph;
import io.tenon.loss.LossFunction;
import io.tenon.metric.MetricSpec;
import io.tenon.optimizer.Optimizer;

public abstract class TypedBuilder<B extends TypedBuilder<B, M>, M> {
  private final NetworkBuilder network;
  private final Maker<M> maker;

  protected TypedBuilder(Graph graph, Maker<M> maker) {
    this.network = Network.builder(graph);
    this.maker = maker;
  }

  public final B optimizer(Optimizer optimizer) {
    throw new UnsupportedOperationException();
  }

  public final B seed(long seed) {
    throw new UnsupportedOperationException();
  }

  protected final B setLoss(String output, Loss loss) {
    throw new UnsupportedOperationException();
  }

  protected final B setLoss(String output, LossFunction loss) {
    throw new UnsupportedOperationException();
  }

  protected final B setLossWeight(String output, double weight) {
    throw new UnsupportedOperationException();
  }

  protected final B setMetrics(String output, Metric... metrics) {
    throw new UnsupportedOperationException();
  }

  protected final B setMetrics(String output, MetricSpec metric, MetricSpec... more) {
    throw new UnsupportedOperationException();
  }

  public final M build() {
    return maker.make(network.build());
  }

  @FunctionalInterface
  public interface Maker<M> {
    M make(Network network);
  }
}
