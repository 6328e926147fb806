package io.tenon.kernel;

import io.tenon.plan.KernelContext;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.dnnl.memory;
import org.bytedeco.javacpp.FloatPointer;

/**
 * The states that a recurrent layer begins and ends with, on a tape: given by other layers, left by
 * the batch before, or 0; and given to other layers.
 */
final class TapeStates {
  private final KernelContext context;
  private final Tape tape;
  private final boolean stateful;
  private final long[] sizes;
  private final List<Value> first = new ArrayList<>();
  private final List<float[]> carried = new ArrayList<>();

  /**
   * The states of a layer, those before the first step put on the tape.
   *
   * @param stateful whether a batch goes on from the state that the batch before it left
   * @param sizes (batch, units), or what the states of another layer are
   */
  TapeStates(
      KernelContext context,
      Tape tape,
      TapeInputs inputs,
      boolean stateful,
      int count,
      long... sizes) {
    this.context = context;
    this.tape = tape;
    this.stateful = stateful;
    this.sizes = sizes;
    for (int i = 0; i < count; i++) {
      boolean given = context.inputCount() > 1;
      first.add(given ? inputs.input(i + 1, sizes) : left(i));
    }
  }

  /** What the batch before left, or 0. */
  private Value left(int index) {
    memory begin = context.constant(0, sizes);
    if (stateful) {
      float[] values = context.carried(index, elements());
      carried.add(values);
      tape.run(() -> new FloatPointer(begin.get_data_handle()).put(values));
    }
    return tape.given(begin, null, sizes);
  }

  /** How many elements a state of one sample has. */
  private int elements() {
    long count = 1;
    for (int axis = 1; axis < sizes.length; axis++) {
      count *= sizes[axis];
    }
    return Math.toIntExact(count);
  }

  /** The states before the first step. */
  List<Value> first() {
    return List.copyOf(first);
  }

  /** Gives the states after the last step, to be called once all steps are recorded. */
  void give(List<Value> last) {
    for (int i = 0; i < context.stateCount(); i++) {
      tape.copy(last.get(i), tape.result(context.state(i), context.stateGradient(i), sizes));
    }
    for (int i = 0; i < carried.size(); i++) {
      float[] values = carried.get(i);
      // Not the memory that it began with: the way back reads what the first step began with.
      memory end = context.constant(0, sizes);
      tape.run(context.reorder(last.get(i).memory, end));
      tape.run(() -> new FloatPointer(end.get_data_handle()).get(values));
    }
  }
}
