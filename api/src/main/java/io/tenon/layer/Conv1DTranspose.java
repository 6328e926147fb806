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
 * A convolution turned around, which makes the series larger: the gradient of a {@link Conv1D}. As
 * {@code keras.layers.Conv1DTranspose}; Zeiler et al., 2010.
 *
 * <p>Input shape: (batch, time, channels). Output shape: (batch, new time, filters), with SAME
 * padding strides times as large. Weights: {@code kernel} (kernel sizes, filters, channels), {@code
 * bias} (filters).
 *
 * <pre>{@code
 * @Conv1DTranspose(filters = 16, kernelSize = 3, strides = 2, padding = SAME)
 * Series larger(Series code);
 * }</pre>
 */
@Documented
@LayerDefinition(Conv1DTranspose.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv1DTranspose {
  /** The number of output channels; positive. */
  int filters();

  /** The size of the kernel along time; one number. */
  int[] kernelSize();

  /** How many times larger the result is; one number. */
  int[] strides() default 1;

  /** What happens at the border: VALID or SAME. */
  Padding padding() default Padding.VALID;

  /** How much is added at the end, less than the stride; empty to leave it to the padding. */
  int[] outputPadding() default {};

  /** The distances between what the kernel writes; one number. */
  int[] dilationRate() default 1;

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

  /** {@link Conv1DTranspose} as a value. */
  record Spec(
      int filters,
      List<Integer> kernelSize,
      List<Integer> strides,
      Padding padding,
      @KerasForm(optional = true) List<Integer> outputPadding,
      List<Integer> dilationRate,
      ActivationFunction activation,
      boolean useBias,
      Initializer.Spec kernelInitializer,
      Initializer.Spec biasInitializer,
      Regularizer.Spec kernelRegularizer,
      Regularizer.Spec biasRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec kernelConstraint,
      Constraint.Spec biasConstraint)
      implements ConvolutionTransposeSpec {
    /** Refuses numbers below 1, and an output padding that is not less than the stride. */
    public Spec {
      Require.positive("filters", filters);
      kernelSize = Require.positives("kernelSize", kernelSize, 1);
      strides = Require.positives("strides", strides, 1);
      dilationRate = Require.positives("dilationRate", dilationRate, 1);
      Require.notCausal(padding);
      outputPadding = ConvolutionTransposeSpec.outputPadding(outputPadding, strides);
    }

    @Override
    public RankType rank() {
      return RankType.SERIES;
    }
  }
}
