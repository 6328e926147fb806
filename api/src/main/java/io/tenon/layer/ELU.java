package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * x if it is positive, else {@code alpha * (exp(x) - 1)}, as {@code keras.layers.ELU}; Clevert et
 * al., 2015.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @ELU Vector active(Vector sum);
 * }</pre>
 */
@Documented
@LayerDefinition(ELU.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ELU {
  /** Less this is what negative values tend to; 0 or more. */
  double alpha() default 1.0;

  /** {@link ELU} as a value. */
  record Spec(double alpha) implements LayerSpec {
    /** Refuses an alpha below 0. */
    public Spec {
      Require.notNegative("alpha", alpha);
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
