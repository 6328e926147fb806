package io.tenon.dsl;

/** Where the description of a network begins. */
public final class Networks {
  private Networks() {}

  /**
   * Begins a network of one input, layer after layer.
   *
   * <pre>{@code
   * Network network = Networks.sequential("mnist")
   *     .image(28, 28, 1)
   *     .flatten()
   *     .dense(10, dense -> dense.activation(SOFTMAX))
   *     .compile(adam(), SPARSE_CATEGORICAL_CROSSENTROPY, ACCURACY);
   * }</pre>
   */
  public static SequentialNetwork sequential(String name) {
    return new SequentialNetwork(name);
  }

  /**
   * Begins a network of tensors: of several inputs and outputs, with branches, shared layers and
   * nested models.
   *
   * <pre>{@code
   * FunctionalNetwork news = Networks.functional("news");
   * VectorStage title = news.tokens("title", 100).embedding(10_000, 64).lstm(32);
   * VectorStage tags = news.vector("tags", 5);
   * VectorStage urgent = title.concatenate(tags).dense(1, dense -> dense.activation(SIGMOID));
   * Network network = news.output(urgent, BINARY_CROSSENTROPY).compile(adam());
   * }</pre>
   */
  public static FunctionalNetwork functional(String name) {
    return new FunctionalNetwork(name);
  }
}
