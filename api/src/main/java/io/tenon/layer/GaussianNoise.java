package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * While training, adds normal noise; else passes its input on. As {@code
 * keras.layers.GaussianNoise}.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @GaussianNoise(0.1) Vector noisy(Vector pixels);
 * }</pre>
 */
@Documented
@LayerDefinition(GaussianNoise.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GaussianNoise {
  /** The deviation of the noise; 0 or more. */
  double value();

  /** {@link GaussianNoise} as a value. */
  record Spec(double stddev) implements LayerSpec {
    /** Refuses a deviation below 0. */
    public Spec {
      Require.notNegative("stddev", stddev);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE.free("seed", null).argument("training", false);
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
