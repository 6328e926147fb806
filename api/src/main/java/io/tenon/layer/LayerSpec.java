package io.tenon.layer;

import io.tenon.ActivationFunction;
import io.tenon.DataType;
import io.tenon.Regularizer;
import io.tenon.shape.TensorType;
import java.util.List;

/**
 * A layer's parameters, what it makes of what it reads, and the weights that it needs.
 *
 * <p>An implementation is a record nested in the layer's annotation. Its constructor refuses values
 * out of range with a {@link io.tenon.problem.LayerException}, so that a spec which exists is
 * valid.
 */
public interface LayerSpec {
  /** Keras's name of the layer, such as {@code Conv2D}: the simple name of its annotation. */
  default String className() {
    Class<?> annotation = getClass().getEnclosingClass();
    return (annotation == null ? getClass() : annotation).getSimpleName();
  }

  /** How many tensors the layer reads. */
  default InputCount inputCount() {
    return InputCount.ONE;
  }

  /** Whether the layer can read elements of that type. */
  default boolean reads(DataType type) {
    return type == DataType.FLOAT32;
  }

  /** What the layer's result passes through last; losses are checked against it. */
  default ActivationFunction activation() {
    return ActivationFunction.LINEAR;
  }

  /** Whether a batch goes on from what the batch before it left; batches then have one size. */
  default boolean stateful() {
    return false;
  }

  /** What becomes of the mask of what it reads. */
  default MaskUse maskUse() {
    return MaskUse.LOSES;
  }

  /** Whether what the layer gives for such inputs is masked. */
  default boolean masks(List<TensorType> inputs) {
    MaskUse use = maskUse();
    if (!use.passes()) {
      return use == MaskUse.MAKES;
    }
    for (TensorType input : inputs) {
      if (!input.masked()) {
        return false;
      }
    }
    return true;
  }

  /** What the size of its result adds to the loss. */
  default Regularizer.Spec activityRegularizer() {
    return Regularizer.Spec.NONE;
  }

  /** What Keras writes of the layer besides its parameters. */
  default KerasKeys kerasKeys() {
    return KerasKeys.NONE;
  }

  /**
   * The type of what the layer gives, masks left aside.
   *
   * @param inputs the types of what it reads, as many as {@link #inputCount} allows
   * @throws io.tenon.problem.LayerException if they do not fit
   */
  Inference infer(List<TensorType> inputs);

  /**
   * The weights, in Keras's order.
   *
   * @param inputs types for which {@link #infer} gave a result
   */
  default List<WeightSpec> weights(List<TensorType> inputs) {
    return List.of();
  }
}
