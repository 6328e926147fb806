package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Repeats each element along depth, height, width, as {@code keras.layers.UpSampling3D} with its
 * nearest interpolation.
 *
 * <p>Input shape: (batch, depth, height, width, channels). Output shape: (batch, new depth, new
 * height, new width, channels). Weights: none.
 *
 * <pre>{@code
 * @UpSampling3D(2) Volume larger(Volume volume);
 * }</pre>
 */
@Documented
@LayerDefinition(UpSampling3D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling3D {
  /** How often, along depth, height, width; one number for all. */
  int[] value() default 2;

  /** {@link UpSampling3D} as a value. */
  record Spec(List<Integer> size) implements UpSamplingSpec {
    /** Refuses numbers below 1. */
    public Spec {
      size = Require.positives("size", size, 3);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.CHANNELS_LAST;
    }

    @Override
    public RankType rank() {
      return RankType.VOLUME;
    }
  }
}
