package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Repeats each element along time, as {@code keras.layers.UpSampling1D} with its nearest
 * interpolation.
 *
 * <p>Input shape: (batch, time, channels). Output shape: (batch, new time, channels). Weights:
 * none.
 *
 * <pre>{@code
 * @UpSampling1D(2) Series larger(Series series);
 * }</pre>
 */
@Documented
@LayerDefinition(UpSampling1D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling1D {
  /** How often, along time; one number for it. */
  int[] value() default 2;

  /** {@link UpSampling1D} as a value. */
  record Spec(@KerasForm(single = true) List<Integer> size) implements UpSamplingSpec {
    /** Refuses numbers below 1. */
    public Spec {
      size = Require.positives("size", size, 1);
    }

    @Override
    public RankType rank() {
      return RankType.SERIES;
    }
  }
}
