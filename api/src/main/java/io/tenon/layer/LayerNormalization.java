package io.tenon.layer;

import static io.tenon.Initializer.Kind.ONES;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
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
 * Brings what lies along one axis or several, by default each row along the last, to mean 0 and
 * deviation 1. As {@code keras.layers.LayerNormalization}; Ba et al., 2016.
 *
 * <p>Input shape: any. Output shape: the same. Weights: {@code gamma}, {@code beta}, of the sizes
 * of these axes.
 *
 * <pre>{@code
 * @LayerNormalization Series even(Series words);
 * @LayerNormalization(axis = {1, 2, 3}) Image even(Image image);
 * }</pre>
 */
@Documented
@LayerDefinition(LayerNormalization.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LayerNormalization {
  /** The axis, or several, the batch axis being 0; negative counts from the end. */
  int[] axis() default -1;

  /** What is added to the variance, so that none is 0; positive. */
  double epsilon() default 0.001;

  /** Whether {@code beta} is added. */
  boolean center() default true;

  /** Whether it is multiplied by {@code gamma}. */
  boolean scale() default true;

  /**
   * Whether the mean is left in: x / deviation * gamma, whatever {@code center} and {@code scale}
   * say. Keras advises {@link RMSNormalization} instead, which divides by the root of the mean
   * square, as the paper does.
   */
  boolean rmsScaling() default false;

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

  /** {@link LayerNormalization} as a value. */
  record Spec(
      @KerasForm(axis = true) List<Integer> axis,
      double epsilon,
      boolean center,
      boolean scale,
      @KerasForm(optional = true) boolean rmsScaling,
      Initializer.Spec betaInitializer,
      Initializer.Spec gammaInitializer,
      Regularizer.Spec betaRegularizer,
      Regularizer.Spec gammaRegularizer,
      Constraint.Spec betaConstraint,
      Constraint.Spec gammaConstraint)
      implements LayerSpec {

    /** Refuses no axis, the batch axis, and an epsilon of 0. */
    public Spec {
      axis = Require.axesOfSample("axis", axis);
      Require.positive("epsilon", epsilon);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      features(input)
          .axes()
          .forEach(each -> Require.known(each, "number of features", className()));
      return Inference.of(TensorType.float32(input.shape()));
    }

    /** Whether there is a gamma, which {@link #rmsScaling} always has. */
    public boolean hasGamma() {
      return scale || rmsScaling;
    }

    /** Whether there is a beta, which {@link #rmsScaling} never has. */
    public boolean hasBeta() {
      return center && !rmsScaling;
    }

    private Shape features(TensorType input) {
      return Shape.of(Require.axes("axis", axis, input).stream().map(input.shape()::axis).toList());
    }

    @Override
    public MaskUse maskUse() {
      return MaskUse.PASSES;
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      Shape features = features(inputs.get(0));
      List<WeightSpec> weights = new ArrayList<>();
      if (hasGamma()) {
        weights.add(
            WeightSpec.trainable("gamma", features, gammaInitializer)
                .with(gammaRegularizer, gammaConstraint));
      }
      if (hasBeta()) {
        weights.add(
            WeightSpec.trainable("beta", features, betaInitializer)
                .with(betaRegularizer, betaConstraint));
      }
      return List.copyOf(weights);
    }
  }
}
