package io.tenon.layer;

import io.tenon.shape.TensorType;
import java.util.List;

/** What the layers share that read a series step by step, and hand a state from one to the next. */
public interface StepwiseSpec extends LayerSpec {
  /** How many states it hands from step to step: the output, and of LSTM the memory. */
  int stateCount();

  /** Whether it gives the state of every step, or of the last alone. */
  boolean returnSequences();

  /** Whether it gives its last state besides. */
  boolean returnState();

  /** Whether the steps are read from the last to the first. */
  boolean goBackwards();

  /** Whether a batch goes on from the state that the batch before it left. */
  @Override
  boolean stateful();

  /** Whether it gives 0 for a step that a mask leaves out, instead of what it gave before. */
  boolean zeroOutputForMask();

  /** The same layer that gives 0, or what it gave before, for a step that a mask leaves out. */
  default StepwiseSpec withZeroOutputForMask(boolean zero) {
    return (StepwiseSpec) SpecComponents.with((Record) this, "zeroOutputForMask", zero);
  }

  @Override
  default InputCount inputCount() {
    return stateCount() == 1 ? InputCount.ONE_AND_STATE : InputCount.ONE_AND_TWO_STATES;
  }

  @Override
  default MaskUse maskUse() {
    return returnSequences() ? MaskUse.USES_AND_PASSES : MaskUse.USES;
  }

  @Override
  default boolean masks(List<TensorType> inputs) {
    return returnSequences() && inputs.get(0).masked();
  }
}
