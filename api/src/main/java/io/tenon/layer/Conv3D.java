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
 * A convolution over depth, height and width, as {@code keras.layers.Conv3D}.
 *
 * <p>Input shape: (batch, depth, height, width, channels). Output shape: (batch, new depth, new
 * height, new width, filters). Weights: {@code kernel} (kernel sizes, channels / groups, filters),
 * {@code bias} (filters).
 *
 * <pre>{@code
 * @Conv3D(filters = 32, kernelSize = 3, activation = RELU) Volume edges(Volume scan);
 * }</pre>
 */
@Documented
@LayerDefinition(Conv3D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv3D {
  /** The number of output channels; positive. */
  int filters();

  /** The size of the kernel along depth, height, width; one number for all. */
  int[] kernelSize();

  /** The steps that it takes; one number for all. */
  int[] strides() default 1;

  /** What happens at the border: VALID or SAME. */
  Padding padding() default Padding.VALID;

  /** The distances between what the kernel reads; one number for all. */
  int[] dilationRate() default 1;

  /** In how many groups the channels are convolved apart; divides channels and filters. */
  int groups() default 1;

  /** What the result passes through. */
  ActivationFunction activation() default ActivationFunction.LINEAR;

  /** Whether a bias is added. */
  boolean useBias() default true;

  /** How the kernel begins. */
  Initializer kernelInitializer() default @Initializer(GLOROT_UNIFORM);

  /** How the bias begins. */
  Initializer biasInitializer() default @Initializer(ZEROS);

  /** What the kernel adds to the loss. */
  Regularizer kernelRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the bias adds to the loss. */
  Regularizer biasRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the result adds to the loss, as a mean over the batch. */
  Regularizer activityRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the kernel keeps to after each update. */
  Constraint kernelConstraint() default @Constraint(Constraint.Kind.NONE);

  /** What the bias keeps to after each update. */
  Constraint biasConstraint() default @Constraint(Constraint.Kind.NONE);

  /** {@link Conv3D} as a value. */
  record Spec(
      int filters,
      List<Integer> kernelSize,
      List<Integer> strides,
      Padding padding,
      List<Integer> dilationRate,
      int groups,
      ActivationFunction activation,
      boolean useBias,
      Initializer.Spec kernelInitializer,
      Initializer.Spec biasInitializer,
      Regularizer.Spec kernelRegularizer,
      Regularizer.Spec biasRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec kernelConstraint,
      Constraint.Spec biasConstraint)
      implements ConvolutionSpec {

    /** Refuses numbers below 1, and filters that do not divide into groups. */
    public Spec {
      kernelSize = Require.positives("kernelSize", kernelSize, 3);
      strides = Require.positives("strides", strides, 3);
      dilationRate = Require.positives("dilationRate", dilationRate, 3);
      ConvolutionSpec.check(filters, groups, padding);
    }

    @Override
    public RankType rank() {
      return RankType.VOLUME;
    }
  }
}
