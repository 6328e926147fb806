package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * {@code exp(x) / sum(exp(x))} along one axis or several, as {@code keras.layers.Softmax}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none. Along the axis of time of a masked
 * series, the steps that do not count get 0.
 *
 * <pre>{@code
 * @Softmax Vector probabilities(Vector scores);
 * @Softmax(axis = {1, 2}) Image where(Image heat);
 * }</pre>
 */
@Documented
@LayerDefinition(Softmax.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Softmax {
  /** The axis, or several, the batch axis being 0; negative counts from the end. */
  int[] axis() default -1;

  /** {@link Softmax} as a value. */
  record Spec(@KerasForm(axis = true, single = true) List<Integer> axis) implements LayerSpec {
    /** Refuses no axis, and the batch axis. */
    public Spec {
      axis = Require.axesOfSample("axis", axis);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE.argument("mask", null);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Require.axes("axis", axis, inputs.get(0));
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }
  }
}
