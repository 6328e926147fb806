package io.tenon.kernel;

import io.tenon.onednn.OneDnn;
import io.tenon.plan.KernelContext;
import org.bytedeco.dnnl.memory;
import org.jspecify.annotations.Nullable;

/** The mask of a series on a tape: which of two values a step gives. */
final class StepMask {
  private final KernelContext context;
  private final Tape tape;
  private final memory counts;
  private final memory missing;
  private final long batch;
  private final long time;

  private StepMask(KernelContext context, Tape tape, memory counts) {
    this.context = context;
    this.tape = tape;
    this.counts = counts;
    this.batch = context.inputShape(0)[0];
    this.time = context.inputShape(0)[1];
    // 1 where a step does not count
    Value ones = tape.constant(1, batch, time);
    this.missing = context.scratch(OneDnn.rows(batch, time));
    tape.run(new TapeOperations(context).difference(ones.memory, counts, missing));
  }

  /** The mask of the first tensor that a kernel reads, if it has one. */
  static @Nullable StepMask of(KernelContext context, Tape tape) {
    memory counts = context.mask(0);
    return counts == null ? null : new StepMask(context, tape, counts);
  }

  /** One value where the step counts, the other where it does not; both (batch, units). */
  Value choose(long step, Value counting, Value other) {
    Value chosen = count(step, counting);
    return tape.sum(chosen, tape.times(other, column(missing, step)), 1);
  }

  /** A value where the step counts, 0 where it does not. */
  Value count(long step, Value counting) {
    return tape.times(counting, column(counts, step));
  }

  RecurrentCell.State choose(long step, RecurrentCell.State counting, RecurrentCell.State other) {
    Value hidden = choose(step, counting.hidden(), other.hidden());
    boolean one = counting.hidden() == counting.memory();
    Value memory = one ? hidden : choose(step, counting.memory(), other.memory());
    return new RecurrentCell.State(hidden, memory);
  }

  private Value column(memory of, long step) {
    long[] sizes = {batch, 1};
    long[] strides = {time, 1};
    return new Value(
        context.seenAs(of, OneDnn.strided(sizes, strides), step), null, sizes, strides);
  }
}
