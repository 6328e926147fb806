package io.tenon.network;

import io.tenon.graph.Graph;
import io.tenon.optimizer.Optimizer;

public abstract class TypedBuilder<B extends TypedBuilder<B, M>, M> {
  protected final NetworkBuilder network;
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

  public final M build() {
    return maker.make(network.build());
  }

  @FunctionalInterface
  public interface Maker<M> {
    M make(Network network);
  }
}
