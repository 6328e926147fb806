package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Takes elements away at both ends of time, as {@code keras.layers.Cropping1D}.
 *
 * <p>Input shape: (batch, time, channels). Output shape: (batch, new time, channels). Weights:
 * none.
 *
 * <pre>{@code
 * @Cropping1D(1) Series cut(Series series);
 * }</pre>
 */
@Documented
@LayerDefinition(Cropping1D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cropping1D {
  /** How many are taken: one number for all ends, two for before and after. */
  int[] value() default 1;

  /** {@link Cropping1D} as a value. */
  record Spec(List<Integer> cropping) implements BorderSpec {
    /** Refuses negative numbers, and any count of them but 1, or 2. */
    public Spec {
      cropping = BorderSpec.ends("cropping", cropping, 1);
    }

    @Override
    public RankType rank() {
      return RankType.SERIES;
    }

    @Override
    public Change change() {
      return Change.CROP;
    }

    @Override
    public List<Integer> ends() {
      return cropping;
    }
  }
}
