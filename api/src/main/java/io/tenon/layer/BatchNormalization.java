package io.tenon.layer;

import static io.tenon.Initializer.Kind.ONES;
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
 * Brings each channel to mean 0 and deviation 1, over the batch while training and by moving
 * statistics else, as {@code keras.layers.BatchNormalization}; Ioffe and Szegedy, 2015. Steps of a
 * series that a mask leaves out have no part in the statistics.
 *
 * <p>Input shape: any. Output shape: the same. Weights, each of the size of the axis: {@code
 * gamma}, {@code beta}, and not trained {@code moving_mean}, {@code moving_variance}.
 *
 * <pre>{@code
 * @BatchNormalization Image even(Image edges);
 * }</pre>
 */
@Documented
@LayerDefinition(BatchNormalization.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface BatchNormalization {
  /** The axis of the channels, the batch axis being 0; negative counts from the end. */
  int axis() default -1;

  /** How much of the moving statistics is kept at each step. */
  double momentum() default 0.99;

  /** What is added to the variance, so that none is 0; positive. */
  double epsilon() default 0.001;

  /** Whether {@code beta} is added. */
  boolean center() default true;

  /** Whether it is multiplied by {@code gamma}. */
  boolean scale() default true;

  /** How beta begins. */
  Initializer betaInitializer() default @Initializer(ZEROS);

  /** How gamma begins. */
  Initializer gammaInitializer() default @Initializer(ONES);

  /** What beta adds to the loss. */
  Regularizer betaRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What gamma adds to the loss. */
  Regularizer gammaRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What beta keeps to after each update. */
  Constraint betaConstraint() default @Constraint(Constraint.Kind.NONE);

  /** What gamma keeps to after each update. */
  Constraint gammaConstraint() default @Constraint(Constraint.Kind.NONE);

  /** How the moving mean begins. */
  Initializer movingMeanInitializer() default @Initializer(ZEROS);

  /** How the moving variance begins. */
  Initializer movingVarianceInitializer() default @Initializer(ONES);

  /** {@link BatchNormalization} as a value. */
  record Spec(
      @KerasForm(axis = true) int axis,
      double momentum,
      double epsilon,
      boolean center,
      boolean scale,
      Initializer.Spec betaInitializer,
      Initializer.Spec gammaInitializer,
      Regularizer.Spec betaRegularizer,
      Regularizer.Spec gammaRegularizer,
      Constraint.Spec betaConstraint,
      Constraint.Spec gammaConstraint,
      Initializer.Spec movingMeanInitializer,
      Initializer.Spec movingVarianceInitializer)
      implements LayerSpec {

    /** Refuses the batch axis, a momentum outside 0 to 1, and an epsilon of 0. */
    public Spec {
      Require.notBatch("axis", axis);
      Require.share("momentum", momentum);
      Require.positive("epsilon", epsilon);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE
          .free("synchronized", false)
          .elsewhere("renorm", false)
          .elsewhere("virtual_batch_size", null)
          .argument("mask", null);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      Require.known(channels(input), "number of channels", className());
      return Inference.of(TensorType.float32(input.shape()));
    }

    private Axis channels(TensorType input) {
      return input.shape().axis(Require.axis("axis", axis, input));
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.USES_AND_PASSES;
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      Shape channels = Shape.of(List.of(channels(inputs.get(0))));
      List<WeightSpec> weights = new ArrayList<>();
      if (scale) {
        weights.add(
            WeightSpec.trainable("gamma", channels, gammaInitializer)
                .with(gammaRegularizer, gammaConstraint));
      }
      if (center) {
        weights.add(
            WeightSpec.trainable("beta", channels, betaInitializer)
                .with(betaRegularizer, betaConstraint));
      }
      weights.add(new WeightSpec("moving_mean", channels, movingMeanInitializer, false));
      weights.add(new WeightSpec("moving_variance", channels, movingVarianceInitializer, false));
      return List.copyOf(weights);
    }
  }
}
