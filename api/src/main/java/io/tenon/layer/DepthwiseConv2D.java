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
 * A convolution of each channel by itself. As {@code keras.layers.DepthwiseConv2D}; Chollet, 2017.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, new height, new width,
 * channels * depthMultiplier). Weights: {@code kernel} (kernel sizes, channels, depthMultiplier),
 * {@code bias} (channels * depthMultiplier).
 *
 * <pre>{@code
 * @DepthwiseConv2D(kernelSize = 3) Image edges(Image photo);
 * }</pre>
 */
@Documented
@LayerDefinition(DepthwiseConv2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface DepthwiseConv2D {
  /** The size of the kernel along height and width; one number for both. */
  int[] kernelSize();

  /** The steps that it takes; one number for both. */
  int[] strides() default 1;

  /** What happens at the border: VALID or SAME. */
  Padding padding() default Padding.VALID;

  /** How many output channels are made of each input channel; positive. */
  int depthMultiplier() default 1;

  /** The distances between what the kernel reads; one number for both. */
  int[] dilationRate() default 1;

  /** What the result passes through. */
  ActivationFunction activation() default ActivationFunction.LINEAR;

  /** Whether a bias is added. */
  boolean useBias() default true;

  /** How the kernel begins. */
  Initializer depthwiseInitializer() default @Initializer(GLOROT_UNIFORM);

  /** How the bias begins. */
  Initializer biasInitializer() default @Initializer(ZEROS);

  /** What the kernel adds to the loss. */
  Regularizer depthwiseRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the bias adds to the loss. */
  Regularizer biasRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the result adds to the loss, as a mean over the batch. */
  Regularizer activityRegularizer() default @Regularizer(Regularizer.Kind.NONE);

  /** What the kernel keeps to after each update. */
  Constraint depthwiseConstraint() default @Constraint(Constraint.Kind.NONE);

  /** What the bias keeps to after each update. */
  Constraint biasConstraint() default @Constraint(Constraint.Kind.NONE);

  /** {@link DepthwiseConv2D} as a value. */
  record Spec(
      List<Integer> kernelSize,
      List<Integer> strides,
      Padding padding,
      int depthMultiplier,
      List<Integer> dilationRate,
      ActivationFunction activation,
      boolean useBias,
      Initializer.Spec depthwiseInitializer,
      Initializer.Spec biasInitializer,
      Regularizer.Spec depthwiseRegularizer,
      Regularizer.Spec biasRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec depthwiseConstraint,
      Constraint.Spec biasConstraint)
      implements DepthwiseSpec {
    /** Refuses numbers below 1. */
    public Spec {
      kernelSize = Require.positives("kernelSize", kernelSize, 2);
      strides = Require.positives("strides", strides, 2);
      dilationRate = Require.positives("dilationRate", dilationRate, 2);
      Require.positive("depthMultiplier", depthMultiplier);
      Require.notCausal(padding);
    }

    @Override
    public RankType rank() {
      return RankType.IMAGE;
    }
  }
}
