package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Brings each row to length 1. As {@code keras.layers.UnitNormalization}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @UnitNormalization Vector direction(Vector code);
 * }</pre>
 */
@Documented
@LayerDefinition(UnitNormalization.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface UnitNormalization {
  /** The axes along which the length is taken, the batch axis being 0; -1 is the last. */
  int[] axis() default -1;

  /** {@link UnitNormalization} as a value. */
  record Spec(@KerasForm(axis = true, single = true) List<Integer> axis) implements LayerSpec {
    /** Refuses the batch axis. */
    public Spec {
      axis = List.copyOf(axis);
      for (int each : axis) {
        if (each == 0) {
          throw Require.invalid("axis", axis, "must not hold the batch axis");
        }
      }
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      axis.forEach(each -> Require.axis("axis", each, inputs.get(0)));
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }
  }
}
