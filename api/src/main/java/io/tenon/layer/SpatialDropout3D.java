package io.tenon.layer;

import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * While training, sets a whole volume of a channel to 0 for a share of the channels, and scales the
 * others by {@code 1 / (1 - rate)}. As {@code keras.layers.SpatialDropout3D}; Tompson et al., 2014.
 *
 * <p>Input shape: (batch, depth, height, width, channels). Output shape: the same. Weights: none.
 *
 * <pre>{@code
 * @SpatialDropout3D(0.2) Volume dropped(Volume features);
 * }</pre>
 */
@Documented
@LayerDefinition(SpatialDropout3D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SpatialDropout3D {
  /** The share of channels set to 0: 0 or more and less than 1. */
  double value();

  /** {@link SpatialDropout3D} as a value. */
  record Spec(double rate) implements SpatialDropoutSpec {
    /** Refuses a {@code rate} that is negative, or 1 or more. */
    public Spec {
      Require.rate("rate", rate);
    }

    @Override
    public KerasKeys kerasKeys() {
      return SpatialDropoutSpec.super.kerasKeys().fixed("data_format", "channels_last");
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Require.rank(RankType.VOLUME, inputs.get(0), className());
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }
  }
}
