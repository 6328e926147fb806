package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * x where it is above a threshold, else one value. As {@code keras.activations.threshold}, which
 * has no name of its own among activations because of its parameters.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none. Masks end here, as with all
 * operations of Keras that are no layers.
 *
 * <pre>{@code
 * @Threshold(threshold = 0.1, defaultValue = 0) Vector loud(Vector sound);
 * }</pre>
 */
@Documented
@LayerDefinition(Threshold.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Threshold {
  /** What an element must be above to stay. */
  double threshold();

  /** What the others become. */
  double defaultValue();

  /** {@link Threshold} as a value. */
  record Spec(double threshold, double defaultValue) implements LayerSpec {
    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.OPERATION;
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }
  }
}
