package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Takes elements away at both ends of height and width, as {@code keras.layers.Cropping2D}.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, new height, new width,
 * channels). Weights: none.
 *
 * <pre>{@code
 * @Cropping2D(1) Image cut(Image image);
 * }</pre>
 */
@Documented
@LayerDefinition(Cropping2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cropping2D {
  /**
   * How many are taken: one number for all ends, 2 for both ends of each axis, or 4 for before and
   * after each. None by default, as in Keras.
   */
  int[] value() default 0;

  /** {@link Cropping2D} as a value. */
  record Spec(@KerasForm(pairs = true) List<Integer> cropping) implements BorderSpec {
    /** Refuses negative numbers, and any count of them but 1, 2, or 4. */
    public Spec {
      cropping = BorderSpec.ends("cropping", cropping, 2);
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
      return Change.CROP;
    }

    @Override
    public List<Integer> ends() {
      return cropping;
    }
  }
}
