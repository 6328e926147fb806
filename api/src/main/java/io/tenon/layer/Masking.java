package io.tenon.layer;

import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Masks the steps whose features all have one value, so that the layers after it leave them out. As
 * {@code keras.layers.Masking}.
 *
 * <p>Input shape: (batch, time, features). Output shape: the same; masked steps are 0. Weights:
 * none.
 *
 * <pre>{@code
 * @Masking Series known(Series readings);
 * }</pre>
 */
@Documented
@LayerDefinition(Masking.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Masking {
  /** The value that marks a step as missing. */
  double maskValue() default 0.0;

  /** {@link Masking} as a value. */
  record Spec(double maskValue) implements LayerSpec {
    @Override
    public Inference infer(List<TensorType> inputs) {
      Require.rank(RankType.SERIES, inputs.get(0), className());
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.MAKES;
    }
  }
}
