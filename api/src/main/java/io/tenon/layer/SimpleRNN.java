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
 * A recurrent layer whose output is its next state, as {@code keras.layers.SimpleRNN}.
 *
 * <p>Input shape: (batch, time, features). Output shape: (batch, units), with {@link
 * #returnSequences} (batch, time, units). Weights: {@code kernel} (features, units), {@code
 * recurrent_kernel} (units, units), {@code bias} (units).
 *
 * <pre>{@code
 * @SimpleRNN(units = 32) Vector meaning(Series words);
 * }</pre>
 */
@Documented
@LayerDefinition(SimpleRNN.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SimpleRNN {
  /** The size of the state and of the output; positive. */
  int units();

  /** What the state passes through. */
  ActivationFunction activation() default ActivationFunction.TANH;

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

  /** {@link SimpleRNN} as a value. */
  record Spec(
      int units,
      ActivationFunction activation,
      boolean useBias,
      Initializer.Spec kernelInitializer,
      Initializer.Spec recurrentInitializer,
      Initializer.Spec biasInitializer,
      boolean returnSequences,
      boolean goBackwards)
      implements RecurrentSpec {

    /** Refuses {@code units} below 1. */
    public Spec {
      Require.positive("units", units);
    }

    @Override
    public int gates() {
      return 1;
    }
  }
}
