package io.tenon.dsl;

/**
 * The beginning of a network of one input. Each call of a method begins another description, so
 * that one beginning may serve several.
 */
public final class SequentialNetwork extends Inputs {
  private final String name;
  private final int batchSize;

  SequentialNetwork(String name) {
    this(Names.require(name), 0);
  }

  private SequentialNetwork(String name, int batchSize) {
    this.name = name;
    this.batchSize = batchSize;
  }

  /**
   * The same beginning for batches of so many samples, as a stateful layer needs.
   *
   * @throws io.tenon.problem.LayerException when an input is added, if it is negative
   */
  public SequentialNetwork batchSize(int batchSize) {
    return new SequentialNetwork(name, batchSize);
  }

  /** Vectors: (batch, features). */
  public VectorStage vector(int features) {
    return vector("vector", features);
  }

  /** Tokens, numbers of words: (batch, time) of int32. */
  public TokensStage tokens(int time) {
    return tokens("tokens", time);
  }

  /** Series: (batch, time, features). */
  public SeriesStage series(int time, int features) {
    return series("series", time, features);
  }

  /** Images: (batch, height, width, channels). */
  public ImageStage image(int height, int width, int channels) {
    return image("image", height, width, channels);
  }

  /** Volumes: (batch, depth, height, width, channels). */
  public VolumeStage volume(int depth, int height, int width, int channels) {
    return volume("volume", depth, height, width, channels);
  }

  @Override
  int batchSize() {
    return batchSize;
  }

  @Override
  Draft draft() {
    return new Draft(name, true);
  }
}
