package io.tenon.layer;

import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;

/** What the poolings to a given size share: their rule. */
public interface AdaptivePoolingSpec extends LayerSpec {
  /** What it makes of a window. */
  PoolingSpec.Kind kind();

  /** What it reads and gives. */
  RankType rank();

  /** The size of the result along each spatial axis. */
  List<Integer> outputSize();

  @Override
  default KerasKeys kerasKeys() {
    return KerasKeys.CHANNELS_LAST;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    TensorType input = inputs.get(0);
    Require.rank(rank(), input, className());
    List<Axis> axes = new ArrayList<>();
    outputSize().forEach(size -> axes.add(Axis.of(size)));
    axes.add(input.shape().last());
    return Inference.of(input.withShape(Shape.of(axes)));
  }
}
