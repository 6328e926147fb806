package io.tenon.layer;

import static io.tenon.Initializer.Kind.GLOROT_UNIFORM;
import static io.tenon.Initializer.Kind.ORTHOGONAL;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.ActivationFunction;
import io.tenon.Initializer;
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
 * #returnSequences} (batch, time, units). Weights: {@code kernel} (features, 4 * units), {@code
 * recurrent_kernel} (units, 4 * units), {@code bias} (4 * units); the gates are input, forget,
 * cell, output.
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

  /** Whether it gives the state of every step, or of the last alone. */
  boolean returnSequences() default false;

  /** Whether the steps are read from the last to the first. */
  boolean goBackwards() default false;

  /** Whether the forget gate's bias begins at 1, as Jozefowicz et al., 2015, advise. */
  boolean unitForgetBias() default true;

  /** {@link LSTM} as a value. */
  record Spec(
      int units,
      ActivationFunction activation,
      ActivationFunction recurrentActivation,
      boolean useBias,
      Initializer.Spec kernelInitializer,
      Initializer.Spec recurrentInitializer,
      Initializer.Spec biasInitializer,
      boolean returnSequences,
      boolean goBackwards,
      boolean unitForgetBias)
      implements RecurrentSpec {

    /** Refuses {@code units} below 1. */
    public Spec {
      Require.positive("units", units);
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
