package io.tenon.layer;

import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.List;

/** What the attentions of one head share: their rule. */
public interface AttentionSpec extends LayerSpec {
  /** Whether the comparison has a weight that is learned. */
  boolean useScale();

  /** The share of the scores set to 0 while training. */
  double dropout();

  /** Whether a step sees only values up to its own. */
  boolean useCausalMask();

  @Override
  default KerasKeys kerasKeys() {
    return KerasKeys.NONE.leastInputs(2);
  }

  @Override
  default InputCount inputCount() {
    return InputCount.ONE_TO_THREE;
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    Require.attention(inputs, className());
    Shape query = inputs.get(0).shape();
    Shape key = inputs.get(inputs.size() - 1).shape();
    if (query.last().matches(key.last()) == Axis.Match.DIFFERENT) {
      throw new LayerException(
              Problem.SHAPE_MISMATCH,
              "@%s compares query and key, which need as many features, found %s and %s"
                  .formatted(className(), query, key))
          .atInput(inputs.size() - 1)
          .remedy("Bring one to the size of the other with a @Dense before it.");
    }
    Axis features = inputs.get(Math.min(1, inputs.size() - 1)).shape().last();
    return Inference.of(TensorType.float32(query.withLast(features)));
  }

  @Override
  default MaskUse maskUse() {
    return MaskUse.USES_AND_PASSES;
  }

  @Override
  default boolean masks(List<TensorType> inputs) {
    return inputs.get(0).masked();
  }
}
