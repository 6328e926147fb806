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
 * The largest of each window over depth, height and width, as {@code keras.layers.MaxPooling3D}.
 *
 * <p>Input shape: (batch, depth, height, width, channels). Output shape: (batch, new depth, new
 * height, new width, channels). Weights: none.
 *
 * <pre>{@code
 * @MaxPooling3D(poolSize = 2) Volume smaller(Volume edges);
 * }</pre>
 */
@Documented
@LayerDefinition(MaxPooling3D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MaxPooling3D {
  /** The size of the window along depth, height, width; one number for all. */
  int[] poolSize() default 2;

  /** The steps that it takes; one number for all, none for {@link #poolSize}. */
  int[] strides() default {};

  /** What happens at the border: VALID or SAME. */
  Padding padding() default Padding.VALID;

  /** {@link MaxPooling3D} as a value. */
  record Spec(List<Integer> poolSize, List<Integer> strides, Padding padding)
      implements PoolingSpec {

    /** Refuses numbers below 1. */
    public Spec {
      poolSize = Require.positives("poolSize", poolSize, 3);
      strides = strides.isEmpty() ? poolSize : Require.positives("strides", strides, 3);
      Require.notCausal(padding);
    }

    @Override
    public RankType rank() {
      return RankType.VOLUME;
    }

    @Override
    public Kind kind() {
      return Kind.MAX;
    }
  }
}
