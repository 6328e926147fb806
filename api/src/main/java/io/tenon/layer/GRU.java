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
 * A recurrent layer with an update and a reset gate, as {@code keras.layers.GRU}; Cho et al., 2014.
 *
 * <p>Input shape: (batch, time, features). Output shape: (batch, units), with {@link
 * #returnSequences} (batch, time, units). Weights: {@code kernel} (features, 3 * units), {@code
 * recurrent_kernel} (units, 3 * units), {@code bias} (2, 3 * units), without {@link #resetAfter} (3
 * * units); the gates are update, reset, hidden.
 *
 * <pre>{@code
 * @GRU(units = 32) Vector meaning(Series words);
 * }</pre>
 */
@Documented
@LayerDefinition(GRU.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface GRU {
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

  /**
   * Whether the reset gate is applied after the product with the recurrent kernel, or before it.
   */
  boolean resetAfter() default true;

  /** {@link GRU} as a value. */
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
      boolean resetAfter)
      implements RecurrentSpec {

    /** Refuses {@code units} below 1. */
    public Spec {
      Require.positive("units", units);
    }

    @Override
    public int gates() {
      return 3;
    }

    @Override
    public int biasRows() {
      return resetAfter ? 2 : 1;
    }
  }
}
