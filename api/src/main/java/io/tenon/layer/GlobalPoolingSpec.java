package io.tenon.layer;

import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;

/** What the poolings over all of an image, series or volume share: their rule. */
public interface GlobalPoolingSpec extends LayerSpec {
  /** What it makes of each channel. */
  PoolingSpec.Kind kind();

  /** What it reads. */
  RankType rank();

  /** Whether the axes that are reduced stay, with size 1. */
  boolean keepdims();

  @Override
  default KerasKeys kerasKeys() {
    return KerasKeys.CHANNELS_LAST;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    TensorType input = inputs.get(0);
    Require.rank(rank(), input, className());
    List<Axis> axes = new ArrayList<>();
    if (keepdims()) {
      for (int i = 0; i < input.shape().rank() - 1; i++) {
        axes.add(Axis.of(1));
      }
    }
    axes.add(input.shape().last());
    return Inference.of(input.withShape(Shape.of(axes)));
  }
}
