package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Adds zeros at both ends of height and width, as {@code keras.layers.ZeroPadding2D}.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, new height, new width,
 * channels). Weights: none.
 *
 * <pre>{@code
 * @ZeroPadding2D(1) Image wider(Image image);
 * }</pre>
 */
@Documented
@LayerDefinition(ZeroPadding2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ZeroPadding2D {
  /**
   * How many are added: one number for all ends, 2 for both ends of each axis, or 4 for before and
   * after each.
   */
  int[] value() default 1;

  /** {@link ZeroPadding2D} as a value. */
  record Spec(@KerasForm(pairs = true) List<Integer> padding) implements BorderSpec {
    /** Refuses negative numbers, and any count of them but 1, 2, or 4. */
    public Spec {
      padding = BorderSpec.ends("padding", padding, 2);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.CHANNELS_LAST;
    }

    @Override
    public RankType rank() {
      return RankType.IMAGE;
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
