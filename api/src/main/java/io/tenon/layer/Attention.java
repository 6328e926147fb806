package io.tenon.layer;

import io.tenon.Initializer;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.ArrayList;
import java.util.List;

/**
 * What a query finds in values by likeness to their keys. As {@code keras.layers.Attention}; Luong
 * et al., 2015.
 *
 * <p>Inputs: query (batch, time, features), value (batch, other time, features), and key of the
 * shape of value, which is value itself unless given. Output shape: (batch, time, features of
 * value). Weights: {@code scale}, with {@link #useScale}; {@code concat_score_weight}, for CONCAT;
 * both scalars.
 *
 * <pre>{@code
 * @Attention Series found(Series question, Series facts);
 * }</pre>
 */
@Documented
@LayerDefinition(Attention.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Attention {
  /** Whether the scores are multiplied by a number that is learned. */
  boolean useScale() default false;

  /** How query and key are compared. */
  ScoreMode scoreMode() default ScoreMode.DOT;

  /** The share of the scores set to 0 while training: 0 or more and less than 1. */
  double dropout() default 0.0;

  /** Whether a step sees only values up to its own. */
  boolean useCausalMask() default false;

  /** How a query and a key are compared. */
  enum ScoreMode {
    /** By their product. */
    DOT,
    /** By the sum of {@code tanh(query + key)} over the features. */
    CONCAT
  }

  /** {@link Attention} as a value. */
  record Spec(
      boolean useScale,
      ScoreMode scoreMode,
      double dropout,
      @KerasForm(argument = true, older = "causal") boolean useCausalMask)
      implements AttentionSpec {
    /** Refuses a {@code dropout} that is negative, or 1 or more. */
    public Spec {
      Require.rate("dropout", dropout);
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      List<WeightSpec> weights = new ArrayList<>();
      Initializer.Spec ones = Initializer.Spec.of(Initializer.Kind.ONES);
      if (useScale) {
        weights.add(WeightSpec.trainable("scale", Shape.of(), ones));
      }
      if (scoreMode == ScoreMode.CONCAT) {
        weights.add(WeightSpec.trainable("concat_score_weight", Shape.of(), ones));
      }
      return List.copyOf(weights);
    }
  }
}
