package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.util.List;

/** What layers have in common that run another layer. */
public interface WrapperSpec extends LayerSpec {
  /** The layer that is run. */
  LayerSpec layer();

  @Override
  default boolean stateful() {
    return layer().stateful();
  }

  /** The types of what that layer reads, for what this one reads. */
  List<TensorType> wrapped(List<TensorType> inputs);
}
