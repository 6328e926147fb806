package io.tenon.layer;

import static io.tenon.Initializer.Kind.GLOROT_UNIFORM;
import static io.tenon.Initializer.Kind.ORTHOGONAL;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.ActivationFunction;
import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Padding;
import io.tenon.Regularizer;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
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
 * An {@link LSTM} over images, its products being convolutions. As {@code keras.layers.ConvLSTM2D};
 * Shi et al., 2015.
 *
 * <p>Input shape: (batch, time, height, width, channels). Output shape: (batch, new height, new
 * width, filters), with {@link #returnSequences} (batch, time, new height, new width, filters).
 * Weights: {@code kernel} (kernel sizes, channels, 4 * filters), {@code recurrent_kernel} (kernel
 * sizes, filters, 4 * filters), {@code bias} (4 * filters); the gates are input, forget, cell,
 * output.
 *
 * <pre>{@code
 * @ConvLSTM2D(filters = 16, kernelSize = 3, padding = SAME) Image next(Volume frames);
 * }</pre>
 */
@Documented
@LayerDefinition(ConvLSTM2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ConvLSTM2D {
  /** The number of output channels; positive. */
  int filters();

  /** The size of the kernel along height and width; one number for both. */
  int[] kernelSize();

  /** The steps that it takes over what it reads; one number for both. */
  int[] strides() default 1;

  /** What happens at the border of what it reads: VALID or SAME. */
  Padding padding() default Padding.VALID;

  /** The distances between what the kernel reads; one number for both. */
  int[] dilationRate() default 1;

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

  /** Whether the forget gate's bias begins at 1, as Jozefowicz et al., 2015, advise. */
  boolean unitForgetBias() default true;

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

  /** Whether it gives the state of every step, or of the last alone. */
  boolean returnSequences() default false;

  /** Whether the steps are read from the last to the first. */
  boolean goBackwards() default false;

  /** {@link ConvLSTM2D} as a value. */
  record Spec(
      int filters,
      List<Integer> kernelSize,
      List<Integer> strides,
      Padding padding,
      List<Integer> dilationRate,
      ActivationFunction activation,
      @KerasForm(legacyDefault = "hard_sigmoid") ActivationFunction recurrentActivation,
      boolean useBias,
      Initializer.Spec kernelInitializer,
      Initializer.Spec recurrentInitializer,
      Initializer.Spec biasInitializer,
      boolean unitForgetBias,
      Regularizer.Spec kernelRegularizer,
      Regularizer.Spec recurrentRegularizer,
      Regularizer.Spec biasRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec kernelConstraint,
      Constraint.Spec recurrentConstraint,
      Constraint.Spec biasConstraint,
      boolean returnSequences,
      boolean goBackwards)
      implements LayerSpec {
    private static final int GATES = 4;

    /** Refuses numbers below 1. */
    public Spec {
      Require.positive("filters", filters);
      kernelSize = Require.positives("kernelSize", kernelSize, 2);
      strides = Require.positives("strides", strides, 2);
      dilationRate = Require.positives("dilationRate", dilationRate, 2);
      Require.notCausal(padding);
    }

    /** The convolution from what it reads to the gates of one step. */
    public Conv2D.Spec inputConvolution() {
      return convolution(strides, padding, dilationRate);
    }

    /** The convolution from the state to the gates, which keeps the size. */
    public Conv2D.Spec recurrentConvolution() {
      return convolution(List.of(1), Padding.SAME, List.of(1));
    }

    private Conv2D.Spec convolution(
        List<Integer> strides, Padding padding, List<Integer> dilationRate) {
      return new Conv2D.Spec(
          GATES * filters,
          kernelSize,
          strides,
          padding,
          dilationRate,
          1,
          ActivationFunction.LINEAR,
          false,
          kernelInitializer,
          biasInitializer,
          Regularizer.Spec.NONE,
          Regularizer.Spec.NONE,
          Regularizer.Spec.NONE,
          Constraint.Spec.NONE,
          Constraint.Spec.NONE);
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.CHANNELS_LAST
          .free("unroll", false)
          .fixed("zero_output_for_mask", false)
          .fixed("return_state", false)
          .fixed("stateful", false)
          .fixed("dropout", 0.0)
          .fixed("recurrent_dropout", 0.0)
          .free("seed", null)
          .argument("training", false)
          .argument("mask", null);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Require.rank(RankType.VOLUME, inputs.get(0), className());
      Shape input = inputs.get(0).shape();
      Require.known(input.last(), "number of channels", className());
      Shape frame = Shape.of(input.axes().subList(1, input.rank()));
      Inference step = inputConvolution().infer(List.of(TensorType.float32(frame)));
      List<Axis> axes = new ArrayList<>(step.output().shape().withLast(Axis.of(filters)).axes());
      if (returnSequences) {
        axes.add(0, input.axis(0));
      }
      return new Inference(TensorType.float32(Shape.of(axes)), step.arithmetic());
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      Axis width = Axis.of(GATES).times(filters);
      List<WeightSpec> weights = new ArrayList<>();
      weights.add(
          WeightSpec.trainable(
                  "kernel", kernel(inputs.get(0).shape().last(), width), kernelInitializer)
              .with(kernelRegularizer, kernelConstraint));
      weights.add(
          WeightSpec.trainable(
                  "recurrent_kernel", kernel(Axis.of(filters), width), recurrentInitializer)
              .with(recurrentRegularizer, recurrentConstraint));
      if (useBias) {
        weights.add(
            WeightSpec.trainable("bias", Shape.of(List.of(width)), biasInitializer)
                .withOnes(
                    unitForgetBias
                        ? new WeightSpec.Ones(filters, 2 * filters)
                        : WeightSpec.Ones.NONE)
                .with(biasRegularizer, biasConstraint));
      }
      return List.copyOf(weights);
    }

    private Shape kernel(Axis channels, Axis width) {
      return Shape.of(
          List.of(Axis.of(kernelSize.get(0)), Axis.of(kernelSize.get(1)), channels, width));
    }
  }
}
