package io.tenon.layer;

import static io.tenon.Initializer.Kind.GLOROT_UNIFORM;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.shape.Axis;
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
 * Several attentions side by side, each over a projection of its own. As {@code
 * keras.layers.MultiHeadAttention}; Vaswani et al., 2017.
 *
 * <p>Inputs: query (batch, time, features), value (batch, other time, features), and key of as many
 * steps as value. Value is the query itself and key the value unless given. Output shape: (batch,
 * time, features of the query, or {@link #outputShape}). Weights: {@code query/kernel} (features,
 * numHeads, keyDim), {@code query/bias} (numHeads, keyDim), the same for {@code key} and, with
 * valueDim, for {@code value}; {@code attention_output/kernel} (numHeads, valueDim, features),
 * {@code attention_output/bias} (features).
 *
 * <pre>{@code
 * @MultiHeadAttention(numHeads = 4, keyDim = 32) Series attended(Series words);
 * }</pre>
 */
@Documented
@LayerDefinition(MultiHeadAttention.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface MultiHeadAttention {
  /** The number of attentions; positive. */
  int numHeads();

  /** The size of each query and key; positive. */
  int keyDim();

  /** The size of each value; 0 for that of the key. */
  int valueDim() default 0;

  /** The share of the scores set to 0 while training: 0 or more and less than 1. */
  double dropout() default 0.0;

  /** Whether biases are added. */
  boolean useBias() default true;

  /** The size of the result's last axis; 0 for that of the query. */
  int outputShape() default 0;

  /** Whether a step sees only values up to its own. */
  boolean useCausalMask() default false;

  /** How each kernel begins. */
  Initializer kernelInitializer() default @Initializer(GLOROT_UNIFORM);

  /** How each bias begins. */
  Initializer biasInitializer() default @Initializer(ZEROS);

  /** What each kernel adds to the loss. */
  Regularizer kernelRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What each bias adds to the loss. */
  Regularizer biasRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the result adds to the loss, as a mean over the batch. */
  Regularizer activityRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What each kernel keeps to after each update. */
  Constraint kernelConstraint() default @Constraint(Constraint.Kind.NONE);

  /** What each bias keeps to after each update. */
  Constraint biasConstraint() default @Constraint(Constraint.Kind.NONE);

  /** {@link MultiHeadAttention} as a value. */
  record Spec(
      int numHeads,
      int keyDim,
      int valueDim,
      double dropout,
      boolean useBias,
      @KerasForm(zeroIsNone = true) int outputShape,
      @KerasForm(argument = true) boolean useCausalMask,
      Initializer.Spec kernelInitializer,
      Initializer.Spec biasInitializer,
      Regularizer.Spec kernelRegularizer,
      Regularizer.Spec biasRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec kernelConstraint,
      Constraint.Spec biasConstraint)
      implements LayerSpec {
    /** Refuses sizes below 1, and a {@code dropout} that is negative, or 1 or more. */
    public Spec {
      Require.positive("numHeads", numHeads);
      Require.positive("keyDim", keyDim);
      Require.notNegative("valueDim", valueDim);
      Require.notNegative("outputShape", outputShape);
      Require.rate("dropout", dropout);
      valueDim = valueDim == 0 ? keyDim : valueDim;
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE
          .fixed("attention_axes", List.of(1))
          .elsewhere("use_gate", false)
          .inputs("query", "value", "key")
          .leastInputs(2);
    }

    @Override
    public InputCount inputCount() {
      return InputCount.ONE_TO_THREE;
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Require.attention(inputs, className());
      for (TensorType input : inputs) {
        Require.known(input.shape().last(), "number of features", className());
      }
      Shape query = inputs.get(0).shape();
      Axis features = outputShape == 0 ? query.last() : Axis.of(outputShape);
      return new Inference(
          TensorType.float32(query.withLast(features)), numHeads + " heads of " + keyDim);
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.USES_AND_PASSES;
    }

    @Override
    public boolean masks(List<TensorType> inputs) {
      return inputs.get(0).masked();
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      Axis features = inputs.get(0).shape().last();
      Axis valueFeatures = inputs.get(Math.min(1, inputs.size() - 1)).shape().last();
      Axis keyFeatures = inputs.get(inputs.size() - 1).shape().last();
      Axis heads = Axis.of(numHeads);
      List<WeightSpec> weights = new ArrayList<>();
      add(weights, "query", List.of(features, heads, Axis.of(keyDim)), 1);
      add(weights, "key", List.of(keyFeatures, heads, Axis.of(keyDim)), 1);
      add(weights, "value", List.of(valueFeatures, heads, Axis.of(valueDim)), 1);
      Axis output = outputShape == 0 ? features : Axis.of(outputShape);
      add(weights, "attention_output", List.of(heads, Axis.of(valueDim), output), 2);
      return List.copyOf(weights);
    }

    private void add(List<WeightSpec> weights, String name, List<Axis> kernel, int inputAxes) {
      weights.add(
          WeightSpec.trainable(name + "/kernel", Shape.of(kernel), kernelInitializer)
              .with(kernelRegularizer, kernelConstraint));
      if (useBias) {
        Shape bias = Shape.of(kernel.subList(inputAxes, kernel.size()));
        weights.add(
            WeightSpec.trainable(name + "/bias", bias, biasInitializer)
                .with(biasRegularizer, biasConstraint));
      }
    }
  }
}
