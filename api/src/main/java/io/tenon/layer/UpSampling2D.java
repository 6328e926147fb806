package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Repeats each element along height and width, as {@code keras.layers.UpSampling2D} with its
 * nearest interpolation.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, new height, new width,
 * channels). Weights: none.
 *
 * <pre>{@code
 * @UpSampling2D(2) Image larger(Image image);
 * }</pre>
 */
@Documented
@LayerDefinition(UpSampling2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling2D {
  /** How often, along height and width; one number for all. */
  int[] value() default 2;

  /** {@link UpSampling2D} as a value. */
  record Spec(List<Integer> size) implements UpSamplingSpec {
    /** Refuses numbers below 1. */
    public Spec {
      size = Require.positives("size", size, 2);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.CHANNELS_LAST.fixed("interpolation", "nearest");
    }

    @Override
    public RankType rank() {
      return RankType.IMAGE;
    }
  }
}
