package io.tenon.layer;

import static io.tenon.Initializer.Kind.GLOROT_UNIFORM;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.ActivationFunction;
import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
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
 * A product with a kernel along axes of one's choice, plus a bias, as {@code
 * keras.layers.EinsumDense}. An equation names each axis of the input, the kernel and the result by
 * a letter; letters that input and kernel have and the result has not are summed over.
 *
 * <p>Input shape: one axis for each letter, or more where {@code ...} stands for the rest. Output
 * shape: as the equation and {@link #outputShape} say. Weights: {@code kernel}, and {@code bias}
 * with {@link #biasAxes}.
 *
 * <pre>{@code
 * @EinsumDense(equation = "abc,cd->abd", outputShape = {-1, 64}, biasAxes = "d")
 * Series mixed(Series words);                       // as @Dense(units = 64)
 *
 * @EinsumDense(equation = "abc,bd->adc", outputShape = {5, 8})
 * Series alongTime(Series words);
 * }</pre>
 */
@Documented
@LayerDefinition(EinsumDense.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface EinsumDense {
  /** The axes, such as {@code "abc,cd->abd"}, the batch axis first, or {@code "...x,xy->...y"}. */
  String equation();

  /**
   * The size of each axis of the result that the equation names but the batch axis; -1 for that
   * which the input has.
   */
  int[] outputShape();

  /** What the result passes through. */
  ActivationFunction activation() default ActivationFunction.LINEAR;

  /** The letters of the result's axes along which the bias differs; empty for no bias. */
  String biasAxes() default "";

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

  /** {@link EinsumDense} as a value. */
  record Spec(
      String equation,
      @KerasForm(openIsNone = true) List<Integer> outputShape,
      ActivationFunction activation,
      String biasAxes,
      Initializer.Spec kernelInitializer,
      Initializer.Spec biasInitializer,
      Regularizer.Spec kernelRegularizer,
      Regularizer.Spec biasRegularizer,
      Regularizer.Spec activityRegularizer,
      Constraint.Spec kernelConstraint,
      Constraint.Spec biasConstraint)
      implements LayerSpec {

    /** Refuses an equation, a shape and axes of the bias that do not fit together. */
    public Spec {
      EinsumEquation.check(equation);
      outputShape = List.copyOf(outputShape);
      int named = EinsumEquation.named(equation);
      if (outputShape.size() != named) {
        throw Require.invalid("outputShape", outputShape, "needs %d numbers".formatted(named))
            .remedy("One for each letter of the result but the batch axis.");
      }
      for (int size : outputShape) {
        if (size != -1) {
          Require.positive("outputShape", size);
        }
      }
      String result = equation.substring(equation.indexOf('>') + 1);
      String allowed = result.startsWith("...") ? result : result.substring(1);
      for (int i = 0; i < biasAxes.length(); i++) {
        char letter = biasAxes.charAt(i);
        if (!Character.isLetter(letter) || allowed.indexOf(letter) < 0) {
          throw Require.invalid("biasAxes", '"' + biasAxes + '"', "must be letters of the result")
              .remedy("The batch axis is none of them.");
        }
      }
    }

    @Override
    public KerasKeys kerasKeys() {
      return KerasKeys.NONE.elsewhere("lora_rank", null).elsewhere("quantization_mode", null);
    }

    /** The equation for a tensor with that many axes, the batch axis counted. */
    public EinsumEquation equation(int rank) {
      return EinsumEquation.of(equation, rank);
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      Shape input = inputs.get(0).shape();
      EinsumEquation axes = equation(input.rank() + 1);
      List<Axis> result = new ArrayList<>();
      int next = 0;
      for (char letter : axes.output().substring(1).toCharArray()) {
        int read = axes.input().indexOf(letter) - 1;
        if (EinsumEquation.isLeftOut(letter)) {
          result.add(input.axis(read));
        } else {
          result.add(named(letter, outputShape.get(next++), read, input));
        }
      }
      Shape output = Shape.of(result);
      for (char letter : axes.kernel().toCharArray()) {
        Require.known(axis(letter, axes, input, output), "size of " + letter, className());
      }
      return new Inference(TensorType.float32(output), equation);
    }

    private Axis named(char letter, int size, int read, Shape input) {
      if (read < 0) {
        if (size == -1) {
          throw Require.invalid(
                  "outputShape", outputShape, "must give the size of %s".formatted(letter))
              .remedy("The input does not have that axis.");
        }
        return Axis.of(size);
      }
      if (size != -1 && input.axis(read).matches(Axis.of(size)) == Axis.Match.DIFFERENT) {
        throw new LayerException(
                Problem.SHAPE_MISMATCH,
                "outputShape gives %s the size %d, and the input %s"
                    .formatted(letter, size, input.axis(read)))
            .at("outputShape")
            .remedy("Use -1 for what the input has.");
      }
      return input.axis(read);
    }

    private static Axis axis(char letter, EinsumEquation axes, Shape input, Shape output) {
      int read = axes.input().indexOf(letter) - 1;
      return read >= 0 ? input.axis(read) : output.axis(axes.output().indexOf(letter) - 1);
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      Shape input = inputs.get(0).shape();
      Shape output = infer(inputs).output().shape();
      EinsumEquation axes = equation(input.rank() + 1);
      List<Axis> kernel = new ArrayList<>();
      for (char letter : axes.kernel().toCharArray()) {
        kernel.add(axis(letter, axes, input, output));
      }
      List<WeightSpec> weights = new ArrayList<>();
      weights.add(
          WeightSpec.trainable("kernel", Shape.of(kernel), kernelInitializer)
              .with(kernelRegularizer, kernelConstraint));
      if (!biasAxes.isEmpty()) {
        weights.add(
            WeightSpec.trainable("bias", bias(axes, output), biasInitializer)
                .with(biasRegularizer, biasConstraint));
      }
      return List.copyOf(weights);
    }

    /** From the first axis along which it differs on, 1 for the others. */
    private Shape bias(EinsumEquation axes, Shape output) {
      List<Axis> bias = new ArrayList<>();
      for (int i = 1; i < axes.output().length(); i++) {
        boolean differs = biasAxes.indexOf(axes.output().charAt(i)) >= 0;
        if (differs) {
          Require.known(output.axis(i - 1), "size of the bias", className());
        }
        if (differs || !bias.isEmpty()) {
          bias.add(differs ? output.axis(i - 1) : Axis.of(1));
        }
      }
      return Shape.of(bias);
    }
  }
}
