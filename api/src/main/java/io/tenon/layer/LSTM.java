package io.tenon.layer;

import static io.tenon.Initializer.Kind.GLOROT_UNIFORM;
import static io.tenon.Initializer.Kind.ORTHOGONAL;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.ActivationFunction;
import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A recurrent layer with a memory behind gates, as {@code keras.layers.LSTM}; Hochreiter and
 * Schmidhuber, 1997.
 *
 * <p>Input shape: (batch, time, features). Output shape: (batch, units), with {@link
 * #returnSequences} (batch, time, units). The first state may be given as two inputs more. Weights:
 * {@code kernel} (features, 4 * units), {@code recurrent_kernel} (units, 4 * units), {@code bias}
 * (4 * units); the gates are input, forget, cell, output.
 *
 * <pre>{@code
 * @LSTM(units = 32) Vector meaning(Series words);
 * }</pre>
 */
@Documented
@LayerDefinition(LSTM.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface LSTM {
  /** The size of the state and of the output; positive. */
  int units();

  /** What the candidate passes through. */
  ActivationFunction activation() default ActivationFunction.TANH;

  /** What the gates pass through. */
  ActivationFunction recurrentActivation() default ActivationFunction.SIGMOID;

  /** Whether a bias is added. */
  boolean useBias() default true;

  /** How the kernel begins. */
  Initializer kernelInitializer() default @Initializer(GLOROT_UNIFORM);

  /** How the recurrent kernel begins. */
  Initializer recurrentInitializer() default @Initializer(ORTHOGONAL);

  /** How the bias begins. */
  Initializer biasInitializer() default @Initializer(ZEROS);

  /** What the kernel adds to the loss. */
  Regularizer kernelRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the recurrent kernel adds to the loss. */
  Regularizer recurrentRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the bias adds to the loss. */
  Regularizer biasRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the result adds to the loss, as a mean over the batch. */
  Regularizer activityRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the kernel keeps to after each update. */
  Constraint kernelConstraint() default @Constraint(Constraint.Kind.NONE);

  /** What the recurrent kernel keeps to after each update. */
  Constraint recurrentConstraint() default @Constraint(Constraint.Kind.NONE);

  /** What the bias keeps to after each update. */
  Constraint biasConstraint() default @Constraint(Constraint.Kind.NONE);

  /** The share of the input's features that each step loses while training; less than 1. */
  double dropout() default 0.0;

  /** The share of the state's elements that each step loses while training; less than 1. */
  double recurrentDropout() default 0.0;

  /** Whether it gives the state of every step, or of the last alone. */
  boolean returnSequences() default false;

  /** Whether it gives its last state besides, to be read by {@link State}. */
  boolean returnState() default false;

  /** Whether the steps are read from the last to the first. */
  boolean goBackwards() default false;

  /**
   * Whether a batch goes on from the state that the batch before it left, sample by sample; needs
   * batches of one size, as {@link io.tenon.Input#batchSize} tells, and {@code resetStates} where a
   * sequence ends.
   */
  boolean stateful() default false;

  /**
   * Whether it gives 0 for a step that a mask leaves out, instead of what it gave before; told by
   * {@link Bidirectional} where that wraps it.
   */
  boolean zeroOutputForMask() default false;

  /** Whether the forget gate's bias begins at 1, as Jozefowicz et al., 2015, advise. */
  boolean unitForgetBias() default true;

  /** {@link LSTM} as a value. */
  record Spec(
      int units,
      ActivationFunction activation,
      @KerasForm(legacyDefault = "hard_sigmoid") ActivationFunction recurrentActivation,
      boolean useBias,
      Initializer.Spec kernelInitializer,
      Initializer.Spec recurrentInitializer,
      Initializer.Spec biasInitializer,
      Regularizer.Spec kernelRegularizer,
      Regularizer.Spec recurrentRegularizer,
      Regularizer.Spec biasRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec kernelConstraint,
      Constraint.Spec recurrentConstraint,
      Constraint.Spec biasConstraint,
      double dropout,
      double recurrentDropout,
      boolean returnSequences,
      boolean returnState,
      boolean goBackwards,
      boolean stateful,
      boolean zeroOutputForMask,
      boolean unitForgetBias)
      implements RecurrentSpec {

    /** Refuses {@code units} below 1, and dropouts of 1 or more. */
    public Spec {
      Require.positive("units", units);
      Require.rate("dropout", dropout);
      Require.rate("recurrentDropout", recurrentDropout);
    }

    @Override
    public KerasKeys kerasKeys() {
      return RecurrentSpec.super.kerasKeys().free("seed", null);
    }

    @Override
    public int stateCount() {
      return 2;
    }

    @Override
    public int gates() {
      return 4;
    }

    @Override
    public WeightSpec.Ones biasOnes() {
      return unitForgetBias ? new WeightSpec.Ones(units, 2 * units) : WeightSpec.Ones.NONE;
    }
  }
}
