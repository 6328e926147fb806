package io.tenon.layer;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Padding;
import io.tenon.Regularizer;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the transposed convolutions share: their rule and their weights. */
public interface ConvolutionTransposeSpec extends LayerSpec {
  /** What it reads and gives. */
  RankType rank();

  /** The number of output channels. */
  int filters();

  /** The size of the kernel along each spatial axis. */
  List<Integer> kernelSize();

  /** How many times larger the result is along each spatial axis. */
  List<Integer> strides();

  /** What happens at the border. */
  Padding padding();

  /** How much is added at the end of each spatial axis; empty to leave it to the padding. */
  List<Integer> outputPadding();

  /** The distances between what the kernel writes, along each spatial axis. */
  List<Integer> dilationRate();

  /** Whether a bias is added. */
  boolean useBias();

  /** How the kernel begins. */
  Initializer.Spec kernelInitializer();

  /** How the bias begins. */
  Initializer.Spec biasInitializer();

  /** What the kernel adds to the loss. */
  Regularizer.Spec kernelRegularizer();

  /** What the bias adds to the loss. */
  Regularizer.Spec biasRegularizer();

  /** What the kernel keeps to after each update. */
  Constraint.Spec kernelConstraint();

  /** What the bias keeps to after each update. */
  Constraint.Spec biasConstraint();

  @Override
  default KerasKeys kerasKeys() {
    return KerasKeys.CHANNELS_LAST;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    Shape input = inputs.get(0).shape();
    Require.rank(rank(), inputs.get(0), className());
    Require.known(input.last(), "number of channels", className());
    List<Axis> axes = new ArrayList<>();
    Set<String> steps = new LinkedHashSet<>();
    for (int i = 0; i < kernelSize().size(); i++) {
      Axis output = input.axis(i).times(strides().get(i)).plus(surplus(i));
      axes.add(output);
      steps.add(arithmetic(input.axis(i), i, output));
    }
    axes.add(Axis.of(filters()));
    return new Inference(TensorType.float32(Shape.of(axes)), String.join(", ", steps));
  }

  /** How far an axis of the result goes beyond stride times input. */
  private int surplus(int i) {
    int stride = strides().get(i);
    int reach = reach(i);
    if (outputPadding().isEmpty()) {
      return padding() == Padding.SAME ? 0 : Math.max(reach - stride, 0);
    }
    int cut = padding() == Padding.SAME ? 2 * (reach / 2) : 0;
    return reach - stride - cut + outputPadding().get(i);
  }

  private int reach(int i) {
    return (kernelSize().get(i) - 1) * dilationRate().get(i) + 1;
  }

  private String arithmetic(Axis input, int i, Axis output) {
    String in = input.toString().contains(" ") ? "(" + input + ")" : input.toString();
    String more = surplus(i) == 0 ? "" : (surplus(i) < 0 ? " - " : " + ") + Math.abs(surplus(i));
    return "strides %d, kernelSize %d: %s * %d%s = %s"
        .formatted(strides().get(i), kernelSize().get(i), in, strides().get(i), more, output);
  }

  /**
   * How many elements the kernel reaches before the beginning of an axis of the result: what a
   * convolution of the same kernel from the result to the input would add there.
   */
  default int before(int i) {
    if (padding() == Padding.VALID) {
      return 0;
    }
    // As TensorFlow does: half of what is cut off, rounded down.
    return Math.max(reach(i) - strides().get(i) - surplus(i), 0) / 2;
  }

  @Override
  default List<WeightSpec> weights(List<TensorType> inputs) {
    List<Axis> kernel = new ArrayList<>();
    kernelSize().forEach(size -> kernel.add(Axis.of(size)));
    kernel.add(Axis.of(filters()));
    kernel.add(inputs.get(0).shape().last());
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

  /** An output padding for each spatial axis, or none; refuses what is not less than the stride. */
  static List<Integer> outputPadding(List<Integer> outputPadding, List<Integer> strides) {
    if (outputPadding.isEmpty()) {
      return List.of();
    }
    List<Integer> all = Require.counts("outputPadding", outputPadding, strides.size());
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) >= strides.get(i)) {
        throw Require.invalid(
                "outputPadding", outputPadding, "must be less than strides " + strides.get(i))
            .remedy("It tells which of as many sizes is meant: 0 is the smallest.");
      }
    }
    return all;
  }
}
