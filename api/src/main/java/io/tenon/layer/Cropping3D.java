package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Takes elements away at both ends of depth, height, width, as {@code keras.layers.Cropping3D}.
 *
 * <p>Input shape: (batch, depth, height, width, channels). Output shape: (batch, new depth, new
 * height, new width, channels). Weights: none.
 *
 * <pre>{@code
 * @Cropping3D(1) Volume cut(Volume volume);
 * }</pre>
 */
@Documented
@LayerDefinition(Cropping3D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Cropping3D {
  /**
   * How many are taken: one number for all ends, 3 for both ends of each axis, or 6 for before and
   * after each.
   */
  int[] value() default 1;

  /** {@link Cropping3D} as a value. */
  record Spec(@KerasForm(pairs = true) List<Integer> cropping) implements BorderSpec {
    /** Refuses negative numbers, and any count of them but 1, 3, or 6. */
    public Spec {
      cropping = BorderSpec.ends("cropping", cropping, 3);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.CHANNELS_LAST;
    }

    @Override
    public RankType rank() {
      return RankType.VOLUME;
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
