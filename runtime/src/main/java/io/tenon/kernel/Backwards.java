package io.tenon.kernel;

import io.tenon.layer.Inference;
import io.tenon.layer.LayerSpec;
import io.tenon.layer.StepwiseSpec;
import io.tenon.layer.WeightSpec;
import io.tenon.shape.TensorType;
import java.util.List;

/**
 * A recurrent layer that reads the other way round, its results put back in the order of time: the
 * second half of {@link io.tenon.layer.Bidirectional}.
 *
 * @param layer the layer
 */
record Backwards(StepwiseSpec layer) implements LayerSpec {
  @Override
  public Inference infer(List<TensorType> inputs) {
    return layer.infer(inputs);
  }

  @Override
  public List<WeightSpec> weights(List<TensorType> inputs) {
    return layer.weights(inputs);
  }
}
