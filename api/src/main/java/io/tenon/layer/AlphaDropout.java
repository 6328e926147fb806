package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * While training, sets a share of the elements to what SELU tends to for small values and scales
 * all so that mean and variance stay; for {@code SELU} activations. As {@code
 * keras.layers.AlphaDropout}; Klambauer et al., 2017.
 *
 * <p>Input shape: any. Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @AlphaDropout(0.1) Vector dropped(Vector hidden);
 * }</pre>
 */
@Documented
@LayerDefinition(AlphaDropout.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AlphaDropout {
  /** The share of elements that are dropped: 0 or more and less than 1. */
  double value();

  /**
   * Along which axes one draw serves for all, the batch axis being the first: -1 draws anew for
   * each place, 1 repeats the draw. Empty draws for each element.
   *
   * <pre>{@code
   * // whole channels of each sample, the same at all steps
   * @AlphaDropout(value = 0.2, noiseShape = {-1, 1, -1}) Series dropped(Series features);
   * }</pre>
   */
  int[] noiseShape() default {};

  /** {@link AlphaDropout} as a value. */
  record Spec(double rate, @KerasForm(openIsNone = true) List<Integer> noiseShape)
      implements LayerSpec {
    /** Refuses a {@code rate} that is negative, or 1 or more, and a size of the batch. */
    public Spec {
      Require.rate("rate", rate);
      noiseShape = NoiseShape.valid(noiseShape);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE.free("seed", null).argument("training", false);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      NoiseShape.fits(noiseShape, inputs.get(0));
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }
  }
}
