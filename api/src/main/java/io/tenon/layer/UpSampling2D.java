package io.tenon.layer;

import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Enlarges an image along height and width: repeats each element, or goes from one to the next in
 * even steps or along a curve. As {@code keras.layers.UpSampling2D}.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, new height, new width,
 * channels). Weights: none.
 *
 * <pre>{@code
 * @UpSampling2D(2) Image larger(Image image);
 * @UpSampling2D(value = 2, interpolation = BILINEAR) Image smoother(Image image);
 * }</pre>
 */
@Documented
@LayerDefinition(UpSampling2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UpSampling2D {
  /** How often, along height and width; one number for all. */
  int[] value() default 2;

  /** What lies between the elements of the image. */
  Interpolation interpolation() default Interpolation.NEAREST;

  /** What lies between the elements of an image. */
  enum Interpolation {
    /** The nearest of them: each is repeated. */
    NEAREST,
    /**
     * Their mean, the nearer the heavier. Elements stand in the middle of their place: where 2
     * becomes 4, a new one lies a quarter off an old one. Beyond the outermost, it is repeated.
     */
    BILINEAR,
    /** A cubic curve through the four nearest along each axis, Keys' with -0.5. */
    BICUBIC,
    /** A sinc wave within a window, of the six nearest along each axis. */
    LANCZOS3,
    /** The same of the ten nearest. */
    LANCZOS5
  }

  /** {@link UpSampling2D} as a value. */
  record Spec(List<Integer> size, Interpolation interpolation) implements UpSamplingSpec {
    /** Refuses numbers below 1. */
    public Spec {
      size = Require.positives("size", size, 2);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.CHANNELS_LAST;
    }

    @Override
    public boolean repeats() {
      return interpolation == Interpolation.NEAREST;
    }

    @Override
    public RankType rank() {
      return RankType.IMAGE;
    }
  }
}
