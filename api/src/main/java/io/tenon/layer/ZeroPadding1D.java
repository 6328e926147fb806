package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Adds zeros at both ends of time, as {@code keras.layers.ZeroPadding1D}.
 *
 * <p>Input shape: (batch, time, channels). Output shape: (batch, new time, channels). Weights:
 * none.
 *
 * <pre>{@code
 * @ZeroPadding1D(1) Series wider(Series series);
 * }</pre>
 */
@Documented
@LayerDefinition(ZeroPadding1D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ZeroPadding1D {
  /** How many are added: one number for all ends, two for before and after. */
  int[] value() default 1;

  /** {@link ZeroPadding1D} as a value. */
  record Spec(List<Integer> padding) implements BorderSpec {
    /** Refuses negative numbers, and any count of them but 1, or 2. */
    public Spec {
      padding = BorderSpec.ends("padding", padding, 1);
    }

    @Override
    public RankType rank() {
      return RankType.SERIES;
    }

    @Override
    public Change change() {
      return Change.PAD;
    }

    @Override
    public List<Integer> ends() {
      return padding;
    }
  }
}
