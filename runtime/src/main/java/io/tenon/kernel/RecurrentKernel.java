package io.tenon.kernel;

import com.google.auto.service.AutoService;
import io.tenon.layer.ConvLSTM2D;
import io.tenon.layer.RecurrentSpec;
import io.tenon.layer.StepwiseSpec;
import io.tenon.plan.Kernel;
import io.tenon.plan.KernelContext;
import io.tenon.plan.KernelFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recurrent layers, step by step on a {@link Tape}: one large product for the inputs of all steps,
 * then each step's cell. A step that a mask leaves out keeps state and output as they were.
 */
final class RecurrentKernel implements Kernel {
  private static final int KERNEL = 0;
  private static final int RECURRENT_KERNEL = 1;
  private static final int BIAS = 2;
  private static final long INPUT_SALT = 1;
  private static final long STATE_SALT = 2;

  private final RecurrentSpec spec;
  private final KernelContext context;
  private final Tape tape;
  private final TapeInputs inputs;
  private final long batch;
  private final long time;
  private final long units;

  /** Makes these kernels. */
  @AutoService(KernelFactory.class)
  public static final class Factory implements KernelFactory {
    @Override
    public Class<RecurrentSpec> specType() {
      return RecurrentSpec.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      RecurrentSpec spec = context.spec(RecurrentSpec.class);
      return kernel(spec, spec.goBackwards(), false, context);
    }
  }

  /** Makes these kernels for the way back of a bidirectional layer. */
  @AutoService(KernelFactory.class)
  public static final class BackwardsFactory implements KernelFactory {
    @Override
    public Class<Backwards> specType() {
      return Backwards.class;
    }

    @Override
    public Kernel create(KernelContext context) {
      StepwiseSpec layer = context.spec(Backwards.class).layer();
      return layer instanceof RecurrentSpec spec
          ? kernel(spec, !spec.goBackwards(), true, context)
          : ConvLSTM2DKernel.of((ConvLSTM2D.Spec) layer, !layer.goBackwards(), true, context);
    }
  }

  private static Kernel kernel(
      RecurrentSpec spec, boolean goBackwards, boolean inTimeOrder, KernelContext context) {
    if (LstmKernel.runs(spec, goBackwards, context)) {
      return new LstmKernel(spec, context);
    }
    return RecurrentStep.runs(spec)
        ? new SequenceKernel(spec, goBackwards, inTimeOrder, context)
        : new RecurrentKernel(spec, goBackwards, inTimeOrder, context);
  }

  private RecurrentKernel(
      RecurrentSpec spec, boolean goBackwards, boolean inTimeOrder, KernelContext context) {
    this.spec = spec;
    this.context = context;
    this.tape = new Tape(context);
    this.inputs = new TapeInputs(context, tape);
    long[] shape = context.inputShape(0); // (batch, time, features)
    this.batch = shape[0];
    this.time = shape[1];
    this.units = spec.units();
    long width = units * spec.gates();
    long biasRows = spec.biasRows();

    Value x = inputs.input(0, batch * time, shape[2]);
    Value kernel = inputs.weight(KERNEL, shape[2], width);
    Value recurrent = inputs.weight(RECURRENT_KERNEL, units, width);
    Value bias = spec.useBias() ? inputs.weight(BIAS, biasRows, width) : null;

    // (batch * time, features) x (features, width) = (batch * time, width)
    Value projected = tape.product(dropped(x), kernel);
    Value recurrentBias = null;
    if (bias != null) {
      Value first = biasRows == 1 ? bias : tape.part(bias, 0, 1, 1, 0, width);
      projected = tape.sum(projected, first, 1);
      recurrentBias = biasRows == 1 ? null : tape.part(bias, 1, 1, 1, 0, width);
    }

    RecurrentCell cell = RecurrentCell.of(spec, tape, recurrent, recurrentBias);
    @Nullable Value stateNoise = noise(spec.recurrentDropout(), STATE_SALT, batch, units);
    @Nullable StepMask mask = StepMask.of(context, tape);
    TapeStates states =
        new TapeStates(context, tape, inputs, spec.stateful(), spec.stateCount(), batch, units);
    List<Value> first = states.first();
    RecurrentCell.State state =
        new RecurrentCell.State(first.get(0), first.get(spec.stateCount() - 1));
    Value output = tape.constant(0, batch, units);
    long outputRows = spec.returnSequences() ? batch * time : batch;
    Value result = inputs.output(outputRows, units);
    for (int step = 0; step < time; step++) {
      long read = goBackwards ? time - 1 - step : step;
      // Rows of one step lie a sequence apart.
      Value now = tape.part(projected, read, time, batch, 0, width);
      Value seen = stateNoise == null ? state.hidden() : tape.times(state.hidden(), stateNoise);
      RecurrentCell.State next = cell.step(now, new RecurrentCell.State(seen, state.memory()));
      output = shown(mask, read, next.hidden(), output);
      state = mask == null ? next : mask.choose(read, next, state);
      if (spec.returnSequences()) {
        long written = inTimeOrder ? read : step;
        tape.copy(output, tape.part(result, written, time, batch, 0, units));
      }
    }
    if (!spec.returnSequences()) {
      tape.copy(output, result);
    }
    states.give(List.of(state.hidden(), state.memory()));
    tape.finish();
  }

  /** What is given at a step: its result, or where it does not count what was before, or 0. */
  private Value shown(@Nullable StepMask mask, long step, Value result, Value before) {
    if (mask == null) {
      return result;
    }
    return spec.zeroOutputForMask() ? mask.count(step, result) : mask.choose(step, result, before);
  }

  /** The input with some of its features dropped, the same ones at every step. */
  private Value dropped(Value x) {
    long features = x.columns();
    @Nullable Value noise = noise(spec.dropout(), INPUT_SALT, batch, 1, features);
    return noise == null
        ? x
        : tape.reshape(
            tape.times(tape.reshape(x, batch, time, features), noise), batch * time, features);
  }

  private @Nullable Value noise(double rate, long salt, long... sizes) {
    if (rate == 0 || !context.training()) {
      return null;
    }
    return Drawn.dropout(context, tape, rate, salt, sizes);
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
