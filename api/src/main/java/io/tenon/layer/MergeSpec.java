package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.util.List;

/**
 * What the merges element by element share: shapes are equal but for what is repeated, axes of size
 * 1 and the first axes that one has more than another.
 */
public interface MergeSpec extends LayerSpec {
  /** What is made of the elements at one place. */
  enum Operation {
    /** Their sum. */
    ADD,
    /** The first less the second. */
    SUBTRACT,
    /** Their product. */
    MULTIPLY,
    /** Their mean. */
    AVERAGE,
    /** The largest. */
    MAXIMUM,
    /** The smallest. */
    MINIMUM
  }

  /** What is made of the elements at one place. */
  Operation operation();

  @Override
  default InputCount inputCount() {
    return InputCount.SEVERAL;
  }

  /**
   * A step counts where it counts in one of them; the result has no mask if one of them has none. A
   * product, maximum or minimum leaves out what does not count, as Keras does from 3.4 on.
   */
  @Override
  default MaskUse maskUse() {
    return MaskUse.PASSES;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    return Inference.of(TensorType.float32(Broadcast.of(className(), inputs)));
  }
}
