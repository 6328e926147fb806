package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.util.List;

/**
 * Where a model begins: what {@link io.tenon.Input} declares.
 *
 * @param type the type of the tensors that it is given
 * @param batchSize the number of samples in every batch; 0 for any
 */
public record InputLayer(TensorType type, int batchSize) implements LayerSpec {
  /** Refuses a negative batch size. */
  public InputLayer {
    Require.notNegative("batchSize", batchSize);
  }

  /** An input for batches of any size. */
  public InputLayer(TensorType type) {
    this(type, 0);
  }

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
