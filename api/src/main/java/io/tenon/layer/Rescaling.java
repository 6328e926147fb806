package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * {@code scale * x + offset}, as {@code keras.layers.Rescaling}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @Rescaling(scale = 1.0 / 255) Image bright(Image bytes);
 * }</pre>
 */
@Documented
@LayerDefinition(Rescaling.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Rescaling {
  /** What it is multiplied by. */
  double scale();

  /** What is added then. */
  double offset() default 0.0;

  /** {@link Rescaling} as a value. */
  record Spec(double scale, double offset) implements LayerSpec {
    /** Refuses a scale of 0, which whole numbers come to where they are divided. */
    public Spec {
      if (scale == 0) {
        throw Require.invalid("scale", scale, "must not be 0, which leaves nothing of the input")
            .remedy("In Java 1 / 255 is 0: write 1.0 / 255.");
      }
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }
  }
}
