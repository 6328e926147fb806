package io.tenon.dsl;

import io.tenon.check.TensorDeclaration;
import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;

/**
 * A tensor whose rank the compiler does not know: what {@link #layer} or a nested model gives, or
 * one of more axes than there are names for. Its rank is stated with {@code asVector()} and so on,
 * and checked when that line runs.
 */
public final class TensorStage extends NumericStage<TensorStage> implements InTime<TensorStage> {
  TensorStage(Draft draft, String name, TensorType type) {
    super(draft, name, type);
  }

  /**
   * This tensor as a vector: (batch, features).
   *
   * @throws io.tenon.problem.ModelException if it is none
   */
  public VectorStage asVector() {
    require(RankType.VECTOR);
    return new VectorStage(draft(), name(), type());
  }

  /**
   * This tensor as tokens: (batch, time) of int32.
   *
   * @throws io.tenon.problem.ModelException if it is none
   */
  public TokensStage asTokens() {
    require(RankType.TOKENS);
    return new TokensStage(draft(), name(), type());
  }

  /**
   * This tensor as a series: (batch, time, features).
   *
   * @throws io.tenon.problem.ModelException if it is none
   */
  public SeriesStage asSeries() {
    require(RankType.SERIES);
    return new SeriesStage(draft(), name(), type());
  }

  /**
   * This tensor as an image: (batch, height, width, channels).
   *
   * @throws io.tenon.problem.ModelException if it is none
   */
  public ImageStage asImage() {
    require(RankType.IMAGE);
    return new ImageStage(draft(), name(), type());
  }

  /**
   * This tensor as a volume: (batch, depth, height, width, channels).
   *
   * @throws io.tenon.problem.ModelException if it is none
   */
  public VolumeStage asVolume() {
    require(RankType.VOLUME);
    return new VolumeStage(draft(), name(), type());
  }

  private void require(RankType rank) {
    if (!rank.fits(type())) {
      TensorDeclaration tensor = draft().tensor(name());
      draft()
          .require(
              new TensorDeclaration(
                  tensor.name(),
                  tensor.spec(),
                  tensor.layer(),
                  tensor.inputs(),
                  rank,
                  tensor.trainable()));
    }
  }
}
