package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * {@code exp(x) / sum(exp(x))} along an axis, as {@code keras.layers.Softmax}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none. Along the axis of time of a masked
 * series, the steps that do not count get 0.
 *
 * <pre>{@code
 * @Softmax Vector probabilities(Vector scores);
 * }</pre>
 */
@Documented
@LayerDefinition(Softmax.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Softmax {
  /** The axis, the batch axis being 0; negative counts from the end, so that -1 is the last. */
  int axis() default -1;

  /** {@link Softmax} as a value. */
  record Spec(@KerasForm(axis = true) int axis) implements LayerSpec {
    /** Refuses the batch axis. */
    public Spec {
      if (axis == 0) {
        throw Require.invalid("axis", axis, "must not be the batch axis");
      }
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE.argument("mask", null);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      int rank = inputs.get(0).shape().rank();
      if (axis > rank || axis < -rank) {
        throw Require.invalid("axis", axis, "must be between %d and %d".formatted(-rank, rank));
      }
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }
  }
}
