package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.util.List;

/**
 * Where a model begins: what {@link io.tenon.Input} declares.
 *
 * @param type the type of the tensors that it is given
 */
public record InputLayer(TensorType type) implements LayerSpec {
  @Override
  public InputCount inputCount() {
    return InputCount.NONE;
  }

  @Override
  public boolean masks(List<TensorType> inputs) {
    return type.masked();
  }

  @Override
  public Inference infer(List<TensorType> inputs) {
    return Inference.of(type);
  }
}
