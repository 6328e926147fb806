package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Gives what it reads: a place for a layer to come, or another name. As {@code
 * keras.layers.Identity}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @Identity Vector skipped(Vector x);
 * }</pre>
 */
@Documented
@LayerDefinition(Identity.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Identity {
  /** {@link Identity} as a value. */
  record Spec() implements LayerSpec {
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
