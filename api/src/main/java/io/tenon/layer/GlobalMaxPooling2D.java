package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The largest over all of height and width, as {@code keras.layers.GlobalMaxPooling2D}.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, channels), with {@link
 * #keepdims} (batch, 1, 1, channels). Weights: none.
 *
 * <pre>{@code
 * @GlobalMaxPooling2D Vector features(Image edges);
 * }</pre>
 */
@Documented
@LayerDefinition(GlobalMaxPooling2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GlobalMaxPooling2D {
  /** Whether the axes that are reduced stay, with size 1. */
  boolean keepdims() default false;

  /** {@link GlobalMaxPooling2D} as a value. */
  record Spec(boolean keepdims) implements GlobalPoolingSpec {
    @Override
    public RankType rank() {
      return RankType.IMAGE;
    }

    @Override
    public PoolingSpec.Kind kind() {
      return PoolingSpec.Kind.MAX;
    }
  }
}
