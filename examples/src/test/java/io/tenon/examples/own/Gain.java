package io.tenon.examples.own;

import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.layer.Inference;
import io.tenon.layer.LayerDefinition;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.MaskUse;
import io.tenon.layer.WeightSpec;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.List;

/**
 * A layer that no library has: each feature times a factor of its own, which is learned.
 *
 * <p>Input shape: any. Output shape: the same. Weights: {@code gain} (features).
 */
@LayerDefinition(Gain.Spec.class)
public @interface Gain {
  /** How far from 0 a factor can take a feature; positive. */
  double limit();

  /** What becomes of a feature beyond the limit. */
  Beyond beyond() default Beyond.STOP;

  /** How the factors begin. */
  Initializer gainInitializer() default @Initializer(Initializer.Kind.ONES);

  /** What the factors add to the loss. */
  Regularizer gainRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What becomes of a feature beyond the limit. */
  enum Beyond {
    /** It stays at the limit. */
    STOP,
    /** It is 0. */
    ZERO
  }

  /** {@link Gain} as a value. */
  record Spec(
      double limit,
      Beyond beyond,
      Initializer.Spec gainInitializer,
      Regularizer.Spec gainRegularizer)
      implements LayerSpec {
    /** Refuses a limit that is not positive. */
    public Spec {
      if (!(limit > 0)) {
        throw new LayerException(Problem.INVALID_VALUE, "limit must be more than 0, found " + limit)
            .at("limit")
            .remedy("Such as limit = 10.");
      }
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      Shape features = Shape.of(List.of(inputs.get(0).shape().last()));
      return List.of(
          WeightSpec.trainable("gain", features, gainInitializer)
              .with(gainRegularizer, io.tenon.Constraint.Spec.NONE));
    }
  }
}
