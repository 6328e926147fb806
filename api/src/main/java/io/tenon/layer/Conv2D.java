package io.tenon.layer;

import static io.tenon.Initializer.Kind.GLOROT_UNIFORM;
import static io.tenon.Initializer.Kind.ZEROS;

import io.tenon.ActivationFunction;
import io.tenon.Initializer;
import io.tenon.Padding;
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
 * A convolution over height and width, as {@code keras.layers.Conv2D}.
 *
 * <p>Input shape: (batch, height, width, channels). Output shape: (batch, new height, new width,
 * filters). Weights: {@code kernel} (kernel height, kernel width, channels / groups, filters),
 * {@code bias} (filters).
 *
 * <pre>{@code
 * @Conv2D(filters = 32, kernelSize = 3, activation = RELU) Image edges(Image photo);
 * }</pre>
 */
@Documented
@LayerDefinition(Conv2D.Spec.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conv2D {
  /** The number of output channels; positive. */
  int filters();

  /** Height and width of the kernel; one number for both. */
  int[] kernelSize();

  /** The steps down and across; one number for both. */
  int[] strides() default 1;

  /** What happens at the border. */
  Padding padding() default Padding.VALID;

  /** The distances between the pixels that a kernel reads; one number for both. */
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

  /** {@link Conv2D} as a value. */
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
      Initializer.Spec biasInitializer)
      implements LayerSpec {

    /** Refuses numbers below 1, and filters that do not divide into groups. */
    public Spec {
      Require.positive("filters", filters);
      kernelSize = Require.positives("kernelSize", kernelSize, 2);
      strides = Require.positives("strides", strides, 2);
      dilationRate = Require.positives("dilationRate", dilationRate, 2);
      Require.positive("groups", groups);
      if (padding == Padding.CAUSAL) {
        throw Require.invalid("padding", padding, "must be VALID or SAME in two dimensions");
      }
      if (filters % groups != 0) {
        throw new LayerException(
                Problem.NOT_DIVISIBLE,
                "%d filters do not divide into %d groups".formatted(filters, groups))
            .at("groups");
      }
    }

    @Override
    public Inference infer(List<TensorType> inputs) {
      TensorType input = inputs.get(0);
      Require.rank(RankType.IMAGE, input, "Conv2D");
      Axis channels = input.shape().last();
      Require.known(channels, "number of channels", "Conv2D");
      if (channels.size().orElseThrow() % groups != 0) {
        throw new LayerException(
                Problem.NOT_DIVISIBLE,
                "the %s channels it reads do not divide into %d groups".formatted(channels, groups))
            .at("groups");
      }
      Window window = new Window("kernelSize", kernelSize, strides, dilationRate, padding);
      Window.Result result = window.apply(input.shape(), Axis.of(filters), "image");
      return new Inference(TensorType.float32(result.shape()), result.arithmetic());
    }

    @Override
    public List<WeightSpec> weights(List<TensorType> inputs) {
      Axis channels = inputs.get(0).shape().last().dividedBy(groups);
      Shape kernel =
          Shape.of(
              List.of(
                  Axis.of(kernelSize.get(0)),
                  Axis.of(kernelSize.get(1)),
                  channels,
                  Axis.of(filters)));
      List<WeightSpec> weights = new ArrayList<>();
      weights.add(WeightSpec.trainable("kernel", kernel, kernelInitializer));
      if (useBias) {
        weights.add(WeightSpec.trainable("bias", Shape.of(filters), biasInitializer));
      }
      return List.copyOf(weights);
    }
  }
}
