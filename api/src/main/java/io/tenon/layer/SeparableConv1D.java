package io.tenon.layer;

import static io.tenon.Initializer.Kind.GLOROT_UNIFORM;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.ActivationFunction;
import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Padding;
import io.tenon.Regularizer;
import io.tenon.shape.RankType;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/**
 * A convolution of each channel by itself, then one of kernel size 1 over all channels. As {@code
 * keras.layers.SeparableConv1D}; Chollet, 2017.
 *
 * <p>Input shape: (batch, time, channels). Output shape: (batch, new time, filters). Weights:
 * {@code depthwise_kernel} (kernel sizes, channels, depthMultiplier), {@code pointwise_kernel} (1,
 * channels * depthMultiplier, filters), {@code bias} (filters).
 *
 * <pre>{@code
 * @SeparableConv1D(filters = 32, kernelSize = 3) Series edges(Series speech);
 * }</pre>
 */
@Documented
@LayerDefinition(SeparableConv1D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface SeparableConv1D {
  /** The number of output channels; positive. */
  int filters();

  /** The size of the kernel along time; one number. */
  int[] kernelSize();

  /** The steps that it takes; one number. */
  int[] strides() default 1;

  /** What happens at the border: VALID, SAME or CAUSAL. */
  Padding padding() default Padding.VALID;

  /** The distances between what the kernel reads; one number. */
  int[] dilationRate() default 1;

  /** How many channels are made of each input channel before they are mixed; positive. */
  int depthMultiplier() default 1;

  /** What the result passes through. */
  ActivationFunction activation() default ActivationFunction.LINEAR;

  /** Whether a bias is added. */
  boolean useBias() default true;

  /** How the kernel of each channel begins. */
  Initializer depthwiseInitializer() default @Initializer(GLOROT_UNIFORM);

  /** How the kernel over channels begins. */
  Initializer pointwiseInitializer() default @Initializer(GLOROT_UNIFORM);

  /** How the bias begins. */
  Initializer biasInitializer() default @Initializer(ZEROS);

  /** What the kernel of each channel adds to the loss. */
  Regularizer depthwiseRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the kernel over channels adds to the loss. */
  Regularizer pointwiseRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the bias adds to the loss. */
  Regularizer biasRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the result adds to the loss, as a mean over the batch. */
  Regularizer activityRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the kernel of each channel keeps to after each update. */
  Constraint depthwiseConstraint() default @Constraint(Constraint.Kind.NONE);

  /** What the kernel over channels keeps to after each update. */
  Constraint pointwiseConstraint() default @Constraint(Constraint.Kind.NONE);

  /** What the bias keeps to after each update. */
  Constraint biasConstraint() default @Constraint(Constraint.Kind.NONE);

  /** {@link SeparableConv1D} as a value. */
  record Spec(
      int filters,
      List<Integer> kernelSize,
      List<Integer> strides,
      Padding padding,
      List<Integer> dilationRate,
      int depthMultiplier,
      ActivationFunction activation,
      boolean useBias,
      Initializer.Spec depthwiseInitializer,
      Initializer.Spec pointwiseInitializer,
      Initializer.Spec biasInitializer,
      Regularizer.Spec depthwiseRegularizer,
      Regularizer.Spec pointwiseRegularizer,
      Regularizer.Spec biasRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec depthwiseConstraint,
      Constraint.Spec pointwiseConstraint,
      Constraint.Spec biasConstraint)
      implements SeparableSpec {
    /** Refuses numbers below 1. */
    public Spec {
      Require.positive("filters", filters);
      kernelSize = Require.positives("kernelSize", kernelSize, 1);
      strides = Require.positives("strides", strides, 1);
      dilationRate = Require.positives("dilationRate", dilationRate, 1);
      Require.positive("depthMultiplier", depthMultiplier);
    }

    @Override
    public RankType rank() {
      return RankType.SERIES;
    }

    @Override
    public LayerSpec depthwise() {
      return new DepthwiseConv1D.Spec(
          kernelSize,
          strides,
          padding,
          depthMultiplier,
          dilationRate,
          ActivationFunction.LINEAR,
          false,
          depthwiseInitializer,
          biasInitializer,
          depthwiseRegularizer,
          biasRegularizer,
          Regularizer.Spec.NONE,
          depthwiseConstraint,
          biasConstraint);
    }

    @Override
    public LayerSpec pointwise() {
      List<Integer> one = List.of(1);
      return new Conv1D.Spec(
          filters,
          one,
          one,
          Padding.VALID,
          one,
          1,
          activation,
          useBias,
          pointwiseInitializer,
          biasInitializer,
          pointwiseRegularizer,
          biasRegularizer,
          activityRegularizer,
          pointwiseConstraint,
          biasConstraint);
    }
  }
}
