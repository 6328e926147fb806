package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest over all of depth, height and width, as {@code keras.layers.GlobalMaxPooling3D}.
 *
 * <p>Input shape: (batch, depth, height, width, channels). Output shape: (batch, channels), with
 * {@link #keepdims} (batch, 1, 1, 1, channels). Weights: none.
 *
 * <pre>{@code
 * @GlobalMaxPooling3D Vector features(Volume edges);
 * }</pre>
 */
@Documented
@LayerDefinition(GlobalMaxPooling3D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GlobalMaxPooling3D {
  /** Whether the axes that are reduced stay, with size 1. */
  boolean keepdims() default false;

  /** {@link GlobalMaxPooling3D} as a value. */
  record Spec(boolean keepdims) implements GlobalPoolingSpec {
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
