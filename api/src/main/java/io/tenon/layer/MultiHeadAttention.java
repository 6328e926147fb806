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
import java.util.stream.IntStream;

/**
 * Several attentions side by side, each over a projection of its own. As {@code
 * keras.layers.MultiHeadAttention}; Vaswani et al., 2017.
 *
 * <p>Inputs: query (batch, time, features), value (batch, other time, features), and key of as many
 * steps as value. Value is the query itself and key the value unless given. There may be several
 * axes in the place of time, as in an image: see {@link #attentionAxes}. Output shape: (batch,
 * time, features of the query, or {@link #outputShape}). Weights: {@code query/kernel} (features,
 * numHeads, keyDim), {@code query/bias} (numHeads, keyDim), the same for {@code key} and, with
 * valueDim, for {@code value}; {@code attention_output/kernel} (numHeads, valueDim, features),
 * {@code attention_output/bias} (features).
 *
 * <pre>{@code
 * @MultiHeadAttention(numHeads = 4, keyDim = 32) Series attended(Series words);
 * @MultiHeadAttention(numHeads = 4, keyDim = 32, attentionAxes = 2) Image alongRows(Image photo);
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

  /** The sizes of the result's axes in the place of the features; empty for those of the query. */
  int[] outputShape() default {};

  /**
   * The axes whose places see each other, the batch axis being 0: 1 and 2 are rows and columns of
   * an image. Along the others each place has an attention of its own. Empty for all of them. Masks
   * and {@link #useCausalMask} tell steps of the first axis, and go with that alone.
   */
  int[] attentionAxes() default {};

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
      @KerasForm(single = true) List<Integer> outputShape,
      @KerasForm(allAxes = true) List<Integer> attentionAxes,
      @KerasForm(argument = true) boolean useCausalMask,
      Initializer.Spec kernelInitializer,
      Initializer.Spec biasInitializer,
      Regularizer.Spec kernelRegularizer,
      Regularizer.Spec biasRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec kernelConstraint,
      Constraint.Spec biasConstraint)
      implements LayerSpec {
    /** Refuses sizes and axes below 1, and a {@code dropout} that is negative, or 1 or more. */
    public Spec {
      Require.positive("numHeads", numHeads);
      Require.positive("keyDim", keyDim);
      Require.notNegative("valueDim", valueDim);
      outputShape.forEach(size -> Require.positive("outputShape", size));
      outputShape = List.copyOf(outputShape);
      attentionAxes = AttentionAxes.valid(attentionAxes);
      Require.rate("dropout", dropout);
      valueDim = valueDim == 0 ? keyDim : valueDim;
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE
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
      AttentionAxes.fit(this, inputs);
      for (TensorType input : inputs) {
        Require.known(input.shape().last(), "number of features", className());
      }
      Shape query = inputs.get(0).shape();
      List<Axis> axes = new ArrayList<>(query.axes().subList(0, query.rank() - 1));
      axes.addAll(output(query.last()));
      return new Inference(TensorType.float32(Shape.of(axes)), numHeads + " heads of " + keyDim);
    }

    /** What stands in the place of the features of the query. */
    private List<Axis> output(Axis features) {
      return outputShape.isEmpty()
          ? List.of(features)
          : outputShape.stream().map(size -> Axis.of(size)).toList();
    }

    /**
     * The axes whose places see each other, in ascending order.
     *
     * @param rank the number of axes of the query, without that of the batch
     */
    public List<Integer> attentionAxes(int rank) {
      return attentionAxes.isEmpty() ? IntStream.range(1, rank).boxed().toList() : attentionAxes;
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
      List<Axis> joined = new ArrayList<>(List.of(heads, Axis.of(valueDim)));
      joined.addAll(output(features));
      add(weights, "attention_output", joined, 2);
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
