package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * The mean of each of as many windows as the result shall have, of whatever size and side by side
 * or overlapping by one. As {@code keras.layers.AdaptiveAveragePooling2D}.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, output height, output
 * width, channels). Weights: none.
 *
 * <pre>{@code
 * @AdaptiveAveragePooling2D({4, 4}) Image fixed(Image of);
 * }</pre>
 */
@Documented
@LayerDefinition(AdaptiveAveragePooling2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AdaptiveAveragePooling2D {
  /** The size of the result along height and width; one number for both. */
  int[] outputSize();

  /** {@link AdaptiveAveragePooling2D} as a value. */
  record Spec(List<Integer> outputSize) implements AdaptivePoolingSpec {
    /** Refuses numbers below 1. */
    public Spec {
      outputSize = Require.positives("outputSize", outputSize, 2);
    }

    @Override
    public RankType rank() {
      return RankType.IMAGE;
    }

    @Override
    public PoolingSpec.Kind kind() {
      return PoolingSpec.Kind.AVERAGE;
    }
  }
}
