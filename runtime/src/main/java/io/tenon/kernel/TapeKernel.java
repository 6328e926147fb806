package io.tenon.kernel;

import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;

/** A kernel that is nothing but a {@link Tape}. */
final class TapeKernel implements Kernel {
  private final Tape tape;
  private final TapeInputs inputs;

  /** Writes what a layer does on a tape. */
  interface Recording {
    /** The value that the layer gives, of as many elements as its output, in the same order. */
    Value record(Tape tape, TapeInputs inputs);
  }

  TapeKernel(KernelContext context, Recording recording) {
    this.tape = new Tape(context);
    this.inputs = new TapeInputs(context, tape);
    Value value = recording.record(tape, inputs);
    tape.copy(value, inputs.output(value.sizes));
    tape.finish();
  }

  @Override
  public void forward() {
    inputs.prepare();
    tape.runForward();
  }

  @Override
  public void backward() {
    tape.runBackward();
    inputs.finish();
  }
}
