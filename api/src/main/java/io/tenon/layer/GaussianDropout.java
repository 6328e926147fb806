package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * While training, multiplies by normal noise of mean 1 and deviation {@code sqrt(rate / (1 -
 * rate))}; else passes its input on. As {@code keras.layers.GaussianDropout}; Srivastava et al.,
 * 2014.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @GaussianDropout(0.2) Vector noisy(Vector hidden);
 * }</pre>
 */
@Documented
@LayerDefinition(GaussianDropout.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GaussianDropout {
  /** The share that a {@link Dropout} as strong would drop: 0 or more and less than 1. */
  double value();

  /** {@link GaussianDropout} as a value. */
  record Spec(double rate) implements LayerSpec {
    /** Refuses a {@code rate} that is negative, or 1 or more. */
    public Spec {
      Require.rate("rate", rate);
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
