package io.tenon.layer;

import io.tenon.ActivationFunction;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Applies a function to each element, as {@code keras.layers.Activation}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @Activation(RELU) Vector active(Vector sum);
 * }</pre>
 */
@Documented
@LayerDefinition(Activation.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Activation {
  /** The function. */
  ActivationFunction value();

  /** {@link Activation} as a value. */
  record Spec(ActivationFunction activation) implements LayerSpec {
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
