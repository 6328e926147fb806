package io.tenon.layer;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@link Conv1D}, {@link Conv2D} and {@link Conv3D} share: their rule and their weights. */
public interface ConvolutionSpec extends LayerSpec {
  /** What it reads and gives. */
  RankType rank();

  /** The number of output channels. */
  int filters();

  /** The size of the kernel along each spatial axis. */
  List<Integer> kernelSize();

  /** The steps along each spatial axis. */
  List<Integer> strides();

  /** What happens at the border. */
  Padding padding();

  /** The distances between what the kernel reads, along each spatial axis. */
  List<Integer> dilationRate();

  /** In how many groups the channels are convolved apart. */
  int groups();

  /** Whether a bias is added. */
  boolean useBias();

  /** How the kernel begins. */
  Initializer.Spec kernelInitializer();

  /** How the bias begins. */
  Initializer.Spec biasInitializer();

  /** What the kernel adds to the loss. */
  Regularizer.Spec kernelRegularizer();

  /** What the kernel keeps to after each update. */
  Constraint.Spec kernelConstraint();

  /** What the bias adds to the loss. */
  Regularizer.Spec biasRegularizer();

  /** What the bias keeps to after each update. */
  Constraint.Spec biasConstraint();

  @Override
  default KerasKeys kerasKeys() {
    return KerasKeys.CHANNELS_LAST;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    TensorType input = inputs.get(0);
    Require.rank(rank(), input, className());
    Axis channels = input.shape().last();
    Require.known(channels, "number of channels", className());
    if (channels.size().orElseThrow() % groups() != 0) {
      throw new LayerException(
              Problem.NOT_DIVISIBLE,
              "the %s channels it reads do not divide into %d groups".formatted(channels, groups()))
          .at("groups")
          .remedy(Require.divisors("groups", channels.size().orElseThrow(), filters()));
    }
    Window window = new Window("kernelSize", kernelSize(), strides(), dilationRate(), padding());
    Window.Result result =
        window.apply(input.shape(), Axis.of(filters()), rank().typeName().toLowerCase(Locale.ROOT));
    return new Inference(TensorType.float32(result.shape()), result.arithmetic());
  }

  @Override
  default List<WeightSpec> weights(List<TensorType> inputs) {
    List<Axis> kernel = new ArrayList<>();
    for (int size : kernelSize()) {
      kernel.add(Axis.of(size));
    }
    kernel.add(inputs.get(0).shape().last().dividedBy(groups()));
    kernel.add(Axis.of(filters()));
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        WeightSpec.trainable("kernel", Shape.of(kernel), kernelInitializer())
            .with(kernelRegularizer(), kernelConstraint()));
    if (useBias()) {
      weights.add(
          WeightSpec.trainable("bias", Shape.of(filters()), biasInitializer())
              .with(biasRegularizer(), biasConstraint()));
    }
    return List.copyOf(weights);
  }

  /** Refuses numbers below 1, and filters that do not divide into groups. */
  static void check(int filters, int groups) {
    Require.positive("filters", filters);
    Require.positive("groups", groups);
    if (filters % groups != 0) {
      throw new LayerException(
              Problem.NOT_DIVISIBLE,
              "%d filters do not divide into %d groups".formatted(filters, groups))
          .at("groups")
          .remedy(Require.divisors("groups", filters));
    }
  }

  /** The same, and refuses causal padding, which is for time alone. */
  static void check(int filters, int groups, Padding padding) {
    check(filters, groups);
    Require.notCausal(padding);
  }
}
