package io.tenon.layer;

import io.tenon.Initializer;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.List;

/** What the recurrent layers share: their rule and their weights. */
public interface RecurrentSpec extends LayerSpec {
  /** The size of the state and of the output. */
  int units();

  /** How many blocks of units the kernels hold. */
  int gates();

  /** How many rows the bias has: one, or one for the input and one for the state. */
  default int biasRows() {
    return 1;
  }

  /** Which elements of the bias begin at 1. */
  default WeightSpec.Ones biasOnes() {
    return WeightSpec.Ones.NONE;
  }

  /** Whether a bias is added. */
  boolean useBias();

  /** How the kernel begins. */
  Initializer.Spec kernelInitializer();

  /** How the recurrent kernel begins. */
  Initializer.Spec recurrentInitializer();

  /** How the bias begins. */
  Initializer.Spec biasInitializer();

  /** Whether it gives the state of every step, or of the last alone. */
  boolean returnSequences();

  /** Whether the steps are read from the last to the first. */
  boolean goBackwards();

  @Override
  default Inference infer(List<TensorType> inputs) {
    TensorType input = inputs.get(0);
    Require.rank(RankType.SERIES, input, className());
    Require.known(input.shape().last(), "number of features", className());
    Axis units = Axis.of(units());
    Shape shape = returnSequences() ? input.shape().withLast(units) : Shape.of(List.of(units));
    return new Inference(TensorType.float32(shape), "units " + units());
  }

  @Override
  default List<WeightSpec> weights(List<TensorType> inputs) {
    Axis features = inputs.get(0).shape().last();
    Axis width = Axis.of(units()).times(gates());
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        WeightSpec.trainable("kernel", Shape.of(List.of(features, width)), kernelInitializer()));
    weights.add(
        WeightSpec.trainable(
            "recurrent_kernel",
            Shape.of(List.of(Axis.of(units()), width)),
            recurrentInitializer()));
    if (useBias()) {
      Shape bias =
          biasRows() == 1
              ? Shape.of(List.of(width))
              : Shape.of(List.of(Axis.of(biasRows()), width));
      weights.add(WeightSpec.trainable("bias", bias, biasInitializer()).withOnes(biasOnes()));
    }
    return List.copyOf(weights);
  }
}
