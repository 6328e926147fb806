package io.tenon.layer;

import static io.tenon.Initializer.Kind.GLOROT_UNIFORM;
import static io.tenon.Initializer.Kind.ORTHOGONAL;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.ActivationFunction;
import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Padding;
import io.tenon.Regularizer;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
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
 * width, filters), with {@link #returnSequences} (batch, time, new height, new width, filters). The
 * first state may be given as two inputs more, each as a frame of the output. Weights: {@code
 * kernel} (kernel sizes, channels, 4 * filters), {@code recurrent_kernel} (kernel sizes, filters, 4
 * * filters), {@code bias} (4 * filters); the gates are input, forget, cell, output.
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

  /** The share of the frames' elements that each step loses while training; less than 1. */
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

  /** Whether it gives 0 for a step that a mask leaves out, instead of what it gave before. */
  boolean zeroOutputForMask() default false;

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
      double dropout,
      double recurrentDropout,
      boolean returnSequences,
      boolean returnState,
      boolean goBackwards,
      boolean stateful,
      boolean zeroOutputForMask)
      implements StepwiseSpec {
    private static final int GATES = 4;

    /** Refuses numbers below 1, and dropouts of 1 or more. */
    public Spec {
      Require.positive("filters", filters);
      kernelSize = Require.positives("kernelSize", kernelSize, 2);
      strides = Require.positives("strides", strides, 2);
      dilationRate = Require.positives("dilationRate", dilationRate, 2);
      Require.notCausal(padding);
      Require.rate("dropout", dropout);
      Require.rate("recurrentDropout", recurrentDropout);
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
          .free("seed", null)
          .argument("training", false)
          .argument("mask", null)
          .inputs("sequences", "initial_state...");
    }

    @Override
    public int stateCount() {
      return 2;
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Require.rank(RankType.VOLUME, inputs.get(0), className());
      Shape input = inputs.get(0).shape();
      Require.known(input.last(), "number of channels", className());
      Shape frame = Shape.of(input.axes().subList(1, input.rank()));
      Inference step = inputConvolution().infer(List.of(TensorType.float32(frame)));
      Shape state = step.output().shape().withLast(Axis.of(filters));
      for (int i = 1; i < inputs.size(); i++) {
        requireState(state, inputs.get(i).shape(), i);
      }
      List<Axis> axes = new ArrayList<>(state.axes());
      if (returnSequences) {
        axes.add(0, input.axis(0));
      }
      List<Shape> states = returnState ? List.of(state, state) : List.of();
      return new Inference(
          TensorType.float32(Shape.of(axes)).withStates(states), step.arithmetic());
    }

    private static void requireState(Shape expected, Shape found, int index) {
      if (!expected.equals(found)) {
        throw new LayerException(
                Problem.SHAPE_MISMATCH,
                "the first state of @ConvLSTM2D has the shape of a step of what it gives, %s, found %s"
                    .formatted(expected, found))
            .atInput(index)
            .remedy("Read the state of a @ConvLSTM2D that gives frames of that shape.");
      }
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
