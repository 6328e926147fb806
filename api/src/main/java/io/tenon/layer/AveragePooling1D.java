package io.tenon.layer;

import io.tenon.Padding;
import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * The mean of each window over time, as {@code keras.layers.AveragePooling1D}. What {@link
 * Padding#SAME} adds is not counted.
 *
 * <p>Input shape: (batch, time, channels). Output shape: (batch, new time, channels). Weights:
 * none.
 *
 * <pre>{@code
 * @AveragePooling1D(poolSize = 2) Series smaller(Series edges);
 * }</pre>
 */
@Documented
@LayerDefinition(AveragePooling1D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AveragePooling1D {
  /** The size of the window along time; one number. */
  int[] poolSize() default 2;

  /** The steps that it takes; one number, none for {@link #poolSize}. */
  int[] strides() default {};

  /** What happens at the border: VALID or SAME. */
  Padding padding() default Padding.VALID;

  /** {@link AveragePooling1D} as a value. */
  record Spec(List<Integer> poolSize, List<Integer> strides, Padding padding)
      implements PoolingSpec {

    /** Refuses numbers below 1. */
    public Spec {
      poolSize = Require.positives("poolSize", poolSize, 1);
      strides = strides.isEmpty() ? poolSize : Require.positives("strides", strides, 1);
      Require.notCausal(padding);
    }

    @Override
    public RankType rank() {
      return RankType.SERIES;
    }

    @Override
    public Kind kind() {
      return Kind.AVERAGE;
    }
  }
}
