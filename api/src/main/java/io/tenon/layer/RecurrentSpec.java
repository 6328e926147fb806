package io.tenon.layer;

import io.tenon.Constraint;
import io.tenon.Initializer;
import io.tenon.Regularizer;
import io.tenon.problem.LayerException;
import io.tenon.problem.Problem;
import io.tenon.shape.Axis;
import io.tenon.shape.RankType;
import io.tenon.shape.Shape;
import io.tenon.shape.TensorType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the recurrent layers share: their rule and their weights. */
public interface RecurrentSpec extends StepwiseSpec {
  /** The size of the state and of the output. */
  int units();

  @Override
  default int stateCount() {
    return 1;
  }

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

  /** What the kernel adds to the loss. */
  Regularizer.Spec kernelRegularizer();

  /** What the kernel keeps to after each update. */
  Constraint.Spec kernelConstraint();

  /** What the recurrent kernel adds to the loss. */
  Regularizer.Spec recurrentRegularizer();

  /** What the recurrent kernel keeps to after each update. */
  Constraint.Spec recurrentConstraint();

  /** What the bias adds to the loss. */
  Regularizer.Spec biasRegularizer();

  /** What the bias keeps to after each update. */
  Constraint.Spec biasConstraint();

  @Override
  default RecurrentSpec withZeroOutputForMask(boolean zero) {
    return (RecurrentSpec) StepwiseSpec.super.withZeroOutputForMask(zero);
  }

  /** The share of the input's features that each step loses while training. */
  double dropout();

  /** The share of the state's elements that each step loses while training. */
  double recurrentDropout();

  @Override
  default KerasKeys kerasKeys() {
    return KerasKeys.NONE
        .free("unroll", false)
        .elsewhere("time_major", false)
        .argument("training", false)
        .argument("mask", null)
        .inputs("sequences", "initial_state...");
  }

  @Override
  default Inference infer(List<TensorType> inputs) {
    TensorType input = inputs.get(0);
    Require.rank(RankType.SERIES, input, className());
    Require.known(input.shape().last(), "number of features", className());
    Axis units = Axis.of(units());
    Shape shape = returnSequences() ? input.shape().withLast(units) : Shape.of(List.of(units));
    for (int i = 1; i < inputs.size(); i++) {
      requireState(inputs.get(i), i);
    }
    List<Shape> states =
        returnState() ? Collections.nCopies(stateCount(), Shape.of(units())) : List.of();
    return new Inference(TensorType.float32(shape).withStates(states), "units " + units());
  }

  private void requireState(TensorType state, int index) {
    if (!state.shape().equals(Shape.of(units()))) {
      throw new LayerException(
              Problem.SHAPE_MISMATCH,
              "the first state of @%s has as many elements as it has units, %d, found %s"
                  .formatted(className(), units(), state.shape()))
          .atInput(index)
          .remedy("Give both layers as many units.");
    }
  }

  @Override
  default List<WeightSpec> weights(List<TensorType> inputs) {
    Axis features = inputs.get(0).shape().last();
    Axis width = Axis.of(units()).times(gates());
    List<WeightSpec> weights = new ArrayList<>();
    weights.add(
        WeightSpec.trainable("kernel", Shape.of(List.of(features, width)), kernelInitializer())
            .with(kernelRegularizer(), kernelConstraint()));
    weights.add(
        WeightSpec.trainable(
                "recurrent_kernel",
                Shape.of(List.of(Axis.of(units()), width)),
                recurrentInitializer())
            .with(recurrentRegularizer(), recurrentConstraint()));
    if (useBias()) {
      Shape bias =
          biasRows() == 1
              ? Shape.of(List.of(width))
              : Shape.of(List.of(Axis.of(biasRows()), width));
      weights.add(
          WeightSpec.trainable("bias", bias, biasInitializer())
              .with(biasRegularizer(), biasConstraint())
              .withOnes(biasOnes()));
    }
    return List.copyOf(weights);
  }
}
