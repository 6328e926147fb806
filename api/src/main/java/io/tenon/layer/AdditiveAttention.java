package io.tenon.layer;

import io.tenon.Initializer;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * What a query finds in values, compared with their keys by the sum of {@code scale * tanh(query +
 * key)} over the features. As {@code keras.layers.AdditiveAttention}; Bahdanau et al., 2015.
 *
 * <p>Inputs: query (batch, time, features), value (batch, other time, features), and key of the
 * shape of value, which is value itself unless given. Output shape: (batch, time, features of
 * value). Weights: {@code scale}, one number for each feature of the query, with {@link #useScale}.
 *
 * <pre>{@code
 * @AdditiveAttention Series found(Series question, Series facts);
 * }</pre>
 */
@Documented
@LayerDefinition(AdditiveAttention.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AdditiveAttention {
  /** Whether features are weighted by numbers that are learned. */
  boolean useScale() default true;

  /** The share of the scores set to 0 while training: 0 or more and less than 1. */
  double dropout() default 0.0;

  /** Whether a step sees only values up to its own. */
  boolean useCausalMask() default false;

  /** {@link AdditiveAttention} as a value. */
  record Spec(
      boolean useScale,
      double dropout,
      @KerasForm(argument = true, older = "causal") boolean useCausalMask)
      implements AttentionSpec {
    /** Refuses a {@code dropout} that is negative, or 1 or more. */
    public Spec {
      Require.rate("dropout", dropout);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Inference inference = AttentionSpec.super.infer(inputs);
      if (useScale) {
        Require.known(features(inputs), "number of features", className());
      }
      return inference;
    }

    private static Axis features(List<TensorType> inputs) {
      return inputs.get(0).shape().last();
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      return useScale
          ? List.of(
              WeightSpec.trainable(
                  "scale",
                  Shape.of(List.of(features(inputs))),
                  Initializer.Spec.of(Initializer.Kind.GLOROT_UNIFORM)))
          : List.of();
    }
  }
}
