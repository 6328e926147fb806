package io.tenon.layer;

import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Makes one axis of all, the batch axis excepted, as {@code keras.layers.Flatten}. The last axis
 * moves fastest.
 *
 * <p>Input shape: any. Output shape: (batch, product of the others). Weights: none.
 *
 * <pre>{@code
 * @Flatten Vector features(Image edges);
 * }</pre>
 */
@Documented
@LayerDefinition(Flatten.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Flatten {
  /** {@link Flatten} as a value. */
  record Spec() implements LayerSpec {
    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.CHANNELS_LAST;
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      Shape flat = Shape.of(List.of(input.shape().elements()));
      return new Inference(
          input.withShape(flat), input.shape().rank() > 1 ? input.shape() + " = " + flat : "");
    }
  }
}
