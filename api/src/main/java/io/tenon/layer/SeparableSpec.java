package io.tenon.layer;

import io.tenon.shape.RankType;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;

/** What {@link SeparableConv1D} and {@link SeparableConv2D} share: they are two layers in a row. */
public interface SeparableSpec extends LayerSpec {
  /** What it reads and gives. */
  RankType rank();

  /** The convolution of each channel by itself, without bias and activation. */
  LayerSpec depthwise();

  /** The convolution of kernel size 1 over all channels. */
  LayerSpec pointwise();

  @Override
  default KerasKeys kerasKeys() {
    return KerasKeys.CHANNELS_LAST;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    Require.rank(rank(), inputs.get(0), className());
    Inference between = depthwise().infer(inputs);
    Inference last = pointwise().infer(List.of(between.output()));
    return new Inference(last.output(), between.arithmetic());
  }

  @Override
  default List<WeightSpec> weights(List<TensorType> inputs) {
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(depthwise().weights(inputs).get(0).named("depthwise_kernel"));
    List<WeightSpec> last = pointwise().weights(List.of(depthwise().infer(inputs).output()));
    weights.add(last.get(0).named("pointwise_kernel"));
    weights.addAll(last.subList(1, last.size()));
    return List.copyOf(weights);
  }
}
