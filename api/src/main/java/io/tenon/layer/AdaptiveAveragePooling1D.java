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
 * or overlapping by one. As {@code keras.layers.AdaptiveAveragePooling1D}.
 *
 * <p>Input shape: (batch, time, channels). Output shape: (batch, output size, channels). Weights:
 * none.
 *
 * <pre>{@code
 * @AdaptiveAveragePooling1D(4) Series fixed(Series of);
 * }</pre>
 */
@Documented
@LayerDefinition(AdaptiveAveragePooling1D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AdaptiveAveragePooling1D {
  /** The size of the result along time; one number. */
  int[] outputSize();

  /** {@link AdaptiveAveragePooling1D} as a value. */
  record Spec(List<Integer> outputSize) implements AdaptivePoolingSpec {
    /** Refuses numbers below 1. */
    public Spec {
      outputSize = Require.positives("outputSize", outputSize, 1);
    }

    @Override
    public RankType rank() {
      return RankType.SERIES;
    }

    @Override
    public PoolingSpec.Kind kind() {
      return PoolingSpec.Kind.AVERAGE;
    }
  }
}
