package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * x if it is positive, else a share of it, as {@code keras.layers.LeakyReLU}; Maas et al., 2013.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @LeakyReLU(negativeSlope = 0.1) Vector active(Vector sum);
 * }</pre>
 */
@Documented
@LayerDefinition(LeakyReLU.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LeakyReLU {
  /** The share of negative values that is kept; 0 or more. */
  double negativeSlope() default 0.3;

  /** {@link LeakyReLU} as a value. */
  record Spec(@KerasForm(older = "alpha") double negativeSlope) implements LayerSpec {
    /** Refuses a negative slope below 0. */
    public Spec {
      Require.notNegative("negativeSlope", negativeSlope);
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
