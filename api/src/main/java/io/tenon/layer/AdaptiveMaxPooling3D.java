package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * The largest of each of as many windows as the result shall have, of whatever size and side by
 * side or overlapping by one. As {@code keras.layers.AdaptiveMaxPooling3D}.
 *
 * <p>Input shape: (batch, depth, height, width, channels). Output shape: (batch, output depth,
 * output height, output width, channels). Weights: none.
 *
 * <pre>{@code
 * @AdaptiveMaxPooling3D(2) Volume fixed(Volume of);
 * }</pre>
 */
@Documented
@LayerDefinition(AdaptiveMaxPooling3D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AdaptiveMaxPooling3D {
  /** The size of the result along depth, height and width; one number for all. */
  int[] outputSize();

  /** {@link AdaptiveMaxPooling3D} as a value. */
  record Spec(List<Integer> outputSize) implements AdaptivePoolingSpec {
    /** Refuses numbers below 1. */
    public Spec {
      outputSize = Require.positives("outputSize", outputSize, 3);
    }

    @Override
    public RankType rank() {
      return RankType.VOLUME;
    }

    @Override
    public PoolingSpec.Kind kind() {
      return PoolingSpec.Kind.MAX;
    }
  }
}
