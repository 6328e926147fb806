package io.tenon.layer;

import static io.tenon.Initializer.Kind.RANDOM_UNIFORM;

import io.tenon.Constraint;
import io.tenon.DataType;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
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
 * Turns numbers of words into rows of a table, as {@code keras.layers.Embedding}.
 *
 * <p>Input shape: (batch, time) of int32, 0 or more and less than {@link #inputDim}. Output shape:
 * (batch, time, outputDim). Weights: {@code embeddings} (inputDim, outputDim).
 *
 * <pre>{@code
 * @Embedding(inputDim = 10_000, outputDim = 64) Series words(Tokens title);
 * }</pre>
 */
@Documented
@LayerDefinition(Embedding.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Embedding {
  /** The number of words: one more than the largest that may come; positive. */
  int inputDim();

  /** The size of a row; positive. */
  int outputDim();

  /** How the table begins. */
  Initializer embeddingsInitializer() default @Initializer(RANDOM_UNIFORM);

  /** What the table adds to the loss. */
  Regularizer embeddingsRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the result adds to the loss, as a mean over the batch. */
  Regularizer activityRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the table keeps to after each update. */
  Constraint embeddingsConstraint() default @Constraint(Constraint.Kind.NONE);

  /** Whether 0 stands for no word: such steps are masked, and layers after it leave them out. */
  boolean maskZero() default false;

  /** {@link Embedding} as a value. */
  record Spec(
      int inputDim,
      int outputDim,
      Initializer.Spec embeddingsInitializer,
      Regularizer.Spec embeddingsRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec embeddingsConstraint,
      boolean maskZero)
      implements LayerSpec {

    /** Refuses sizes below 1. */
    public Spec {
      Require.positive("inputDim", inputDim);
      Require.positive("outputDim", outputDim);
    }

    @Override
    public boolean reads(DataType type) {
      return type == DataType.INT32;
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE.elsewhere("lora_rank", null);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      if (input.dataType() != DataType.INT32) {
        throw new LayerException(
                Problem.TYPE_MISMATCH,
                "@Embedding reads tokens, numbers of int32, not %s of %s"
                    .formatted(RankType.describe(input), input.dataType().kerasName()))
            .atInput(0)
            .remedy(
                "Declare the input as  @Input(\"%s\") Tokens words();"
                    .formatted(input.shape().toDeclaration()));
      }
      if (maskZero && input.shape().rank() != 1) {
        throw new LayerException(
                Problem.RANK_MISMATCH,
                "maskZero masks the steps of one series of tokens a sample, found shape "
                    + input.shape())
            .at("maskZero")
            .remedy("Drop maskZero, or give one series of tokens a sample.");
      }
      List<Axis> axes = new ArrayList<>(input.shape().axes());
      axes.add(Axis.of(outputDim));
      return new Inference(TensorType.float32(Shape.of(axes)), "outputDim " + outputDim);
    }

    @Override
    public MaskUse maskUse() {
      return maskZero ? MaskUse.MAKES : MaskUse.PASSES;
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      return List.of(
          WeightSpec.trainable("embeddings", Shape.of(inputDim, outputDim), embeddingsInitializer)
              .with(embeddingsRegularizer, embeddingsConstraint));
    }
  }
}
