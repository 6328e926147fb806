package io.tenon.layer;

import io.tenon.Regularizer;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * Passes its input on, and adds to the loss for large values of it. As {@code
 * keras.layers.ActivityRegularization}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @ActivityRegularization(l2 = 1e-4) Vector small(Vector hidden);
 * }</pre>
 */
@Documented
@LayerDefinition(ActivityRegularization.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ActivityRegularization {
  /** The factor of the absolute values; 0 or more. */
  double l1() default 0.0;

  /** The factor of the squares; 0 or more. */
  double l2() default 0.0;

  /** {@link ActivityRegularization} as a value. */
  record Spec(double l1, double l2) implements LayerSpec {
    /** Refuses factors below 0. */
    public Spec {
      Require.notNegative("l1", l1);
      Require.notNegative("l2", l2);
    }

    @Override
    public Regularizer.Spec activityRegularizer() {
      return Regularizer.Spec.of(Regularizer.Kind.L1_L2).withL1(l1).withL2(l2);
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
