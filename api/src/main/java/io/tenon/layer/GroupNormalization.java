package io.tenon.layer;

import static io.tenon.Initializer.Kind.ONES;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
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
 * Brings groups of channels to mean 0 and deviation 1, sample by sample. As {@code
 * keras.layers.GroupNormalization}; Wu and He, 2018.
 *
 * <p>Input shape: any. Output shape: the same. Weights: {@code gamma}, {@code beta}, of the size of
 * the axis.
 *
 * <pre>{@code
 * @GroupNormalization(groups = 8) Image even(Image features);
 * }</pre>
 */
@Documented
@LayerDefinition(GroupNormalization.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GroupNormalization {
  /** The number of groups; divides the channels. -1 makes each channel a group. */
  int groups() default 32;

  /** The axis of the channels, the batch axis being 0; negative counts from the end. */
  int axis() default -1;

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

  /** {@link GroupNormalization} as a value. */
  record Spec(
      int groups,
      @KerasForm(axis = true) int axis,
      double epsilon,
      boolean center,
      boolean scale,
      Initializer.Spec betaInitializer,
      Initializer.Spec gammaInitializer,
      Regularizer.Spec betaRegularizer,
      Regularizer.Spec gammaRegularizer,
      Constraint.Spec betaConstraint,
      Constraint.Spec gammaConstraint)
      implements LayerSpec {
    /** Refuses groups below 1 but -1, the batch axis, and an epsilon of 0. */
    public Spec {
      if (groups != -1) {
        Require.positive("groups", groups);
      }
      Require.notBatch("axis", axis);
      Require.positive("epsilon", epsilon);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Axis channels = channels(inputs.get(0));
      Require.known(channels, "number of channels", className());
      if (groups != -1 && channels.size().orElseThrow() % groups != 0) {
        throw new LayerException(
                Problem.NOT_DIVISIBLE,
                "the %s channels it reads do not divide into %d groups".formatted(channels, groups))
            .at("groups")
            .remedy(Require.divisors("groups", channels.size().orElseThrow()));
      }
      return Inference.of(TensorType.float32(inputs.get(0).shape()));
    }

    private Axis channels(TensorType input) {
      return input.shape().axis(Require.axis("axis", axis, input));
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
      return List.copyOf(weights);
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }
  }
}
