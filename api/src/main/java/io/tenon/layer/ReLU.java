package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * x if it is {@link #threshold} or more, cut at {@link #maxValue}; else {@code negativeSlope * (x -
 * threshold)}. As {@code keras.layers.ReLU}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @ReLU Vector active(Vector sum);
 * }</pre>
 */
@Documented
@LayerDefinition(ReLU.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ReLU {
  /** The largest result; positive. */
  double maxValue() default Double.POSITIVE_INFINITY;

  /** The slope below the threshold; 0 or more. */
  double negativeSlope() default 0.0;

  /** Where it bends; 0 or more. */
  double threshold() default 0.0;

  /** {@link ReLU} as a value. */
  record Spec(double maxValue, double negativeSlope, double threshold) implements LayerSpec {
    /** Refuses values below 0. */
    public Spec {
      Require.notNegative("maxValue", maxValue);
      Require.notNegative("negativeSlope", negativeSlope);
      Require.notNegative("threshold", threshold);
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
