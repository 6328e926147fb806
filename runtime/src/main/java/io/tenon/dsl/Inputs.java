package io.tenon.dsl;

import io.tenon.DataType;
import io.tenon.layer.InputLayer;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.List;

/**
 * What a network can read. Sizes are those of one sample: the batch axis is left out. An axis whose
 * size is not known yet has a name in its place, as in {@code series("words", "time 32")}.
 */
public abstract class Inputs {
  Inputs() {}

  abstract Draft draft();

  /** The number of samples in every batch; 0 for any. */
  abstract int batchSize();

  /** An input of vectors: (batch, features). */
  public VectorStage vector(String name, int features) {
    return (VectorStage) input(name, RankType.VECTOR, features);
  }

  /** An input of tokens, numbers of words: (batch, time) of int32. */
  public TokensStage tokens(String name, int time) {
    return (TokensStage) input(name, RankType.TOKENS, time);
  }

  /**
   * An input of tokens: (batch, time) of int32.
   *
   * @param shape the name of the axis, or its size
   * @throws io.tenon.shape.ShapeSyntaxException if the shape cannot be read
   */
  public TokensStage tokens(String name, String shape) {
    return (TokensStage) input(name, RankType.TOKENS, shape);
  }

  /** An input of series: (batch, time, features). */
  public SeriesStage series(String name, int time, int features) {
    return (SeriesStage) input(name, RankType.SERIES, time, features);
  }

  /**
   * An input of series: (batch, time, features).
   *
   * @param shape sizes and names separated by spaces
   * @throws io.tenon.shape.ShapeSyntaxException if the shape cannot be read
   */
  public SeriesStage series(String name, String shape) {
    return (SeriesStage) input(name, RankType.SERIES, shape);
  }

  /** An input of images: (batch, height, width, channels). */
  public ImageStage image(String name, int height, int width, int channels) {
    return (ImageStage) input(name, RankType.IMAGE, height, width, channels);
  }

  /**
   * An input of images: (batch, height, width, channels).
   *
   * @param shape sizes and names separated by spaces
   * @throws io.tenon.shape.ShapeSyntaxException if the shape cannot be read
   */
  public ImageStage image(String name, String shape) {
    return (ImageStage) input(name, RankType.IMAGE, shape);
  }

  /** An input of volumes: (batch, depth, height, width, channels). */
  public VolumeStage volume(String name, int depth, int height, int width, int channels) {
    return (VolumeStage) input(name, RankType.VOLUME, depth, height, width, channels);
  }

  /**
   * An input of volumes: (batch, depth, height, width, channels).
   *
   * @param shape sizes and names separated by spaces
   * @throws io.tenon.shape.ShapeSyntaxException if the shape cannot be read
   */
  public VolumeStage volume(String name, String shape) {
    return (VolumeStage) input(name, RankType.VOLUME, shape);
  }

  /**
   * An input of any rank.
   *
   * @param shape sizes and names separated by spaces
   * @throws io.tenon.shape.ShapeSyntaxException if the shape cannot be read
   */
  public TensorStage tensor(String name, String shape, DataType dataType) {
    Draft draft = draft();
    TensorType type = new TensorType(Shape.parse(shape), dataType);
    return new Reader(draft, List.of())
        .input(Names.require(name), new InputLayer(type, batchSize()));
  }

  private Stage<?> input(String name, RankType rank, long... sizes) {
    return input(name, rank, Shape.of(sizes));
  }

  private Stage<?> input(String name, RankType rank, String shape) {
    return input(name, rank, Shape.parse(shape));
  }

  private Stage<?> input(String name, RankType rank, Shape shape) {
    InputLayer layer = new InputLayer(new TensorType(shape, rank.dataType()), batchSize());
    return new Reader(draft(), List.of()).input(Names.require(name), layer, rank);
  }
}
