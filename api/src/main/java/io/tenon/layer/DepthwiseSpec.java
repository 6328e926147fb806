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
import java.util.List;
import java.util.Locale;

/** What {@link DepthwiseConv1D} and {@link DepthwiseConv2D} share: their rule and their weights. */
public interface DepthwiseSpec extends LayerSpec {
  /** What it reads and gives. */
  RankType rank();

  /** The size of the kernel along each spatial axis. */
  List<Integer> kernelSize();

  /** The steps along each spatial axis. */
  List<Integer> strides();

  /** What happens at the border. */
  Padding padding();

  /** How many output channels are made of each input channel. */
  int depthMultiplier();

  /** The distances between what the kernel reads, along each spatial axis. */
  List<Integer> dilationRate();

  /** Whether a bias is added. */
  boolean useBias();

  /** How the kernel begins. */
  Initializer.Spec depthwiseInitializer();

  /** How the bias begins. */
  Initializer.Spec biasInitializer();

  /** What the kernel adds to the loss. */
  Regularizer.Spec depthwiseRegularizer();

  /** What the bias adds to the loss. */
  Regularizer.Spec biasRegularizer();

  /** What the kernel keeps to after each update. */
  Constraint.Spec depthwiseConstraint();

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
    Window window = new Window("kernelSize", kernelSize(), strides(), dilationRate(), padding());
    Window.Result result =
        window.apply(
            input.shape(),
            channels.times(depthMultiplier()),
            rank().typeName().toLowerCase(Locale.ROOT));
    return new Inference(TensorType.float32(result.shape()), result.arithmetic());
  }

  @Override
  default List<WeightSpec> weights(List<TensorType> inputs) {
    Axis channels = inputs.get(0).shape().last();
    List<Axis> kernel = new ArrayList<>();
    kernelSize().forEach(size -> kernel.add(Axis.of(size)));
    kernel.add(channels);
    kernel.add(Axis.of(depthMultiplier()));
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        WeightSpec.trainable("kernel", Shape.of(kernel), depthwiseInitializer())
            .with(depthwiseRegularizer(), depthwiseConstraint()));
    if (useBias()) {
      Shape bias = Shape.of(List.of(channels.times(depthMultiplier())));
      weights.add(
          WeightSpec.trainable("bias", bias, biasInitializer())
              .with(biasRegularizer(), biasConstraint()));
    }
    return List.copyOf(weights);
  }
}
