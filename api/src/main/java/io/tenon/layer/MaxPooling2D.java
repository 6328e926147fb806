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
 * The largest of each window over height and width, as {@code keras.layers.MaxPooling2D}.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, new height, new width,
 * channels). Weights: none.
 *
 * <pre>{@code
 * @MaxPooling2D(poolSize = 2) Image smaller(Image edges);
 * }</pre>
 */
@Documented
@LayerDefinition(MaxPooling2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MaxPooling2D {
  /** The size of the window along height and width; one number for both. */
  int[] poolSize() default 2;

  /** The steps that it takes; one number for both, none for {@link #poolSize}. */
  int[] strides() default {};

  /** What happens at the border: VALID or SAME. */
  Padding padding() default Padding.VALID;

  /** {@link MaxPooling2D} as a value. */
  record Spec(List<Integer> poolSize, List<Integer> strides, Padding padding)
      implements PoolingSpec {

    /** Refuses numbers below 1. */
    public Spec {
      poolSize = Require.positives("poolSize", poolSize, 2);
      strides = strides.isEmpty() ? poolSize : Require.positives("strides", strides, 2);
      Require.notCausal(padding);
    }

    @Override
    public RankType rank() {
      return RankType.IMAGE;
    }

    @Override
    public Kind kind() {
      return Kind.MAX;
    }
  }
}
