package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The mean over all of time, as {@code keras.layers.GlobalAveragePooling1D}.
 *
 * <p>Input shape: (batch, time, channels). Output shape: (batch, channels), with {@link #keepdims}
 * (batch, 1, channels). Weights: none.
 *
 * <pre>{@code
 * @GlobalAveragePooling1D Vector features(Series edges);
 * }</pre>
 */
@Documented
@LayerDefinition(GlobalAveragePooling1D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GlobalAveragePooling1D {
  /** Whether the axes that are reduced stay, with size 1. */
  boolean keepdims() default false;

  /** {@link GlobalAveragePooling1D} as a value. */
  record Spec(boolean keepdims) implements GlobalPoolingSpec {
    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.CHANNELS_LAST.argument("mask", null);
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.USES;
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
